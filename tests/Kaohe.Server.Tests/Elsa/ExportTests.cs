using System.Text.Json.Nodes;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Tests.Elsa;

/// <summary>
/// Exported files against what the real Studio 3.8.2 sent and took (the real server is not to be had here): every field by name and kind, on every
/// activity, setting, line, variable and input.
/// </summary>
public sealed class ExportTests(ElsaHost host) : IClassFixture<ElsaHost>
{
    // What says which row it is, not what it means.
    private static readonly string[] _identity = ["definitionId", "id", "version", "createdAt", "isLatest", "isPublished"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static JsonObject Sent => Captured.Read("captured-definition")["model"]!.AsObject();

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(ProductFolders.Product("workflows"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Should_hand_out_every_field_as_the_real_studio_writes_it(string flow)
    {
        var file = await ExportAsync(flow);
        var sent = Sent;
        sent.Remove("links"); // what may be done is said by a server, not by a file
        var (sentRoot, root) = (Taken(sent, "root"), Taken(file, "root"));

        List<string> wrong =
        [
            .. Captured.Missing(sent, file),
            .. file.Select(member => member.Key).Except(Captured.Read("captured-get-response").AsObject().Select(member => member.Key)).Except(["$schema", "isSystem"]).Select(name => $"$.{name} is not Elsa's"),
            .. Each(root, "connections", sentRoot["connections"]![0]!),
            .. Each(file, "variables", sent["variables"]![0]!),
            .. Each(file, "inputs", sent["inputs"]![0]!),
            .. Activities(root, sentRoot),
        ];
        sentRoot.Remove("activities");
        wrong.AddRange(Captured.Missing(sentRoot, root));

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Should_take_an_exported_file_in_without_changing_what_it_means(string flow)
    {
        var office = await host.OfficeAsync();
        var file = await ExportAsync(flow);
        var renamed = file.DeepClone().AsObject();
        renamed["definitionId"] = flow + "-again";
        renamed["id"] = flow + "-again-1";

        await ElsaHost.PostAsync(office, "/workflow-definitions/import", renamed);

        var again = await ExportAsync(flow + "-again");
        foreach (var name in _identity)
        {
            file.Remove(name);
            again.Remove(name);
        }

        Assert.True(JsonNode.DeepEquals(file, again), "The file changed on its way in and out.");
    }

    private async Task<JsonObject> ExportAsync(string definitionId)
    {
        var office = await host.OfficeAsync();
        using var answer = await office.GetAsync($"{ElsaHost.Api}/workflow-definitions/{definitionId}/export?versionOptions=Latest", Cancel);
        answer.EnsureSuccessStatusCode();
        var file = JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync(Cancel))!.AsObject();
        DefinitionJson.Read(System.Text.Encoding.UTF8.GetBytes(file.ToJsonString()));
        return file;
    }

    private static IEnumerable<string> Activities(JsonObject root, JsonObject sentRoot)
    {
        // One with settings, which do not count themselves: they are the activity's own.
        var example = sentRoot["activities"]!.AsArray().Select(activity => activity!.AsObject())
            .First(activity => activity["metadata"]?["designer"]?["size"] is not null && activity.Any(IsSetting)).DeepClone().AsObject();
        var setting = example.First(IsSetting).Value!.DeepClone();
        foreach (var own in example.Where(member => member.Value is JsonObject value && value.ContainsKey("memoryReference")).Select(member => member.Key).ToList())
        {
            example.Remove(own);
        }

        example["metadata"]!.AsObject().Remove("displayText");
        foreach (var activity in root["activities"]!.AsArray().Select(each => each!.AsObject()))
        {
            var name = (string)activity["name"]!;
            foreach (var missing in Captured.Missing(example, activity, name))
            {
                yield return missing;
            }

            foreach (var (key, value) in activity.Where(IsSetting))
            {
                var expression = setting["expression"]!.DeepClone();
                expression.AsObject().Remove("value"); // a text, or a variable with all that belongs to it
                var wrapped = setting.DeepClone();
                wrapped["expression"] = expression;
                foreach (var missing in Captured.Missing(wrapped, value, $"{name}.{key}"))
                {
                    yield return missing;
                }
            }
        }
    }

    private static bool IsSetting(KeyValuePair<string, JsonNode?> member) => member.Value is JsonObject value && value.ContainsKey("expression");

    private static IEnumerable<string> Each(JsonObject holder, string list, JsonNode example) =>
        holder[list]!.AsArray().SelectMany((item, index) => Captured.Missing(example, item, $"{list}[{index}]"));

    private static JsonObject Taken(JsonObject holder, string name)
    {
        var taken = holder[name]!.AsObject();
        holder.Remove(name);
        return taken;
    }
}
