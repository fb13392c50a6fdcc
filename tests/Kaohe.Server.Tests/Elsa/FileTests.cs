using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Elsa;

public sealed class FileTests(ElsaHost host) : IClassFixture<ElsaHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_export_one_as_a_file_and_several_as_a_zip_and_take_both_in_again()
    {
        var office = await host.OfficeAsync();
        using var single = await office.GetAsync($"{ElsaHost.Api}/workflow-definitions/rectification/export?versionOptions=1&includeConsumingWorkflows=False", Cancel);
        var rows = await ElsaHost.GetAsync(office, "/workflow-definitions?versionOptions=Latest&DefinitionIds=rectification&DefinitionIds=indicator-setting");
        using var zipped = await ElsaHost.SendAsync(office, "/bulk-actions/export/workflow-definitions", new JsonObject
        {
            ["ids"] = new JsonArray([.. rows["items"]!.AsArray().Select(row => (JsonNode)(string)row!["id"]!)]), ["includeConsumingWorkflows"] = false,
        });

        var file = await single.Content.ReadAsByteArrayAsync(Cancel);
        Assert.Equal("rectification-v1.json", single.Content.Headers.ContentDisposition?.FileName);
        Assert.StartsWith("https://elsaworkflows.io/schemas/workflow-definition", (string?)JsonNode.Parse(file)!["$schema"], StringComparison.Ordinal);
        var zip = await zipped.Content.ReadAsByteArrayAsync(Cancel);
        Assert.Equal(2, new ZipArchive(new MemoryStream(zip)).Entries.Count);

        using var form = new MultipartFormDataContent { { Part(file), "files", "a.json" }, { Part(zip), "files", "b.zip" } };
        var imported = await ElsaHost.ReadAsync(await office.PostAsync($"{ElsaHost.Api}/workflow-definitions/import-files", form, Cancel));
        Assert.Equal(3, (int)imported["count"]!);
        var shown = await ElsaHost.GetAsync(office, "/workflow-definitions/by-definition-id/rectification");
        Assert.Equal((1, true), ((int)shown["version"]!, (bool)shown["isPublished"]!)); // the same again is no new version
    }

    [Fact]
    public async Task Should_import_a_model_as_a_draft_of_the_flow_that_it_names()
    {
        var office = await host.OfficeAsync();
        var model = JsonNode.Parse(Flows.Waiting("imported"))!;
        model["id"] = "version-of-another-server";
        model["version"] = 7;
        model["isPublished"] = true;

        var imported = await ElsaHost.PostAsync(office, "/workflow-definitions/import", model);

        Assert.Equal(("version-of-another-server", 1, false), ((string?)imported["id"], (int)imported["version"]!, (bool)imported["isPublished"]!));
        Assert.Equal("Workflow1:root:wait", (string?)imported["root"]!["activities"]![0]!["nodeId"]);
    }

    [Fact]
    public async Task Should_tell_which_file_cannot_be_imported_and_why()
    {
        var office = await host.OfficeAsync();
        using var form = new MultipartFormDataContent { { Part(Encoding.UTF8.GetBytes("nonsense")), "files", "坏.json" }, { Part("PK-no-zip"u8.ToArray()), "files", "坏.zip" } };

        using var answer = await office.PostAsync($"{ElsaHost.Api}/workflow-definitions/import-files", form, Cancel);

        var messages = await ElsaHost.RefusalAsync(answer);
        Assert.Contains(messages, message => message.StartsWith("坏.json", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.StartsWith("坏.zip", StringComparison.Ordinal));
    }

    private static ByteArrayContent Part(byte[] content)
    {
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return part;
    }
}
