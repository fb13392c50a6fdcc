using System.Text.Json.Nodes;
using Kaohe.Server.Operations.Flows;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Storage.Definitions;
using Kaohe.Workflows.Definitions;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Elsa;

public sealed class ProductFlowTests(ElsaHost host) : IClassFixture<ElsaHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(ProductFolders.Product("workflows"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Should_load_and_save_unchanged(string file)
    {
        var office = await host.OfficeAsync();
        var original = DefinitionJson.Read(await File.ReadAllBytesAsync(Path.Combine(ProductFolders.Product("workflows"), file + ".json"), Cancel));

        var shown = await ElsaHost.GetAsync(office, $"/workflow-definitions/by-definition-id/{original.DefinitionId}?versionOptions=Latest");
        using var answer = await ElsaHost.SaveAsync(office, shown, publish: true);
        var saved = await ElsaHost.ReadAsync(answer);

        Assert.True((bool)saved["alreadyPublished"]!, "Studio saved something else than it was shown.");
        var stored = await host.Services.GetRequiredService<DefinitionQueries>().FindAsync(original.DefinitionId, VersionSelection.Latest, Cancel);
        Assert.Equal(FlowFingerprint.Of(original), FlowFingerprint.Of(stored!));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Should_show_every_activity_under_a_type_and_version_that_studio_was_given(string file)
    {
        var office = await host.OfficeAsync();
        var types = (await ElsaHost.GetAsync(office, "/descriptors/activities?Refresh=True"))["items"]!.AsArray()
            .Select(activity => ((string)activity!["typeName"]!, (int)activity["version"]!)).ToHashSet();
        var shown = await ElsaHost.GetAsync(office, $"/workflow-definitions/by-definition-id/{file}?versionOptions=Latest");

        var activities = shown["root"]!["activities"]!.AsArray().Append(shown["root"]).ToList();
        Assert.All(activities, activity => Assert.Contains(((string)activity!["type"]!, (int)activity["version"]!), types));
        Assert.All(activities, activity => Assert.False(string.IsNullOrEmpty((string?)activity!["nodeId"])));
    }
}
