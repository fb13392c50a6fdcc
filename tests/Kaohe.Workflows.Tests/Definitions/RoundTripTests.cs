using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Workflows.Definitions;
using Xunit;

namespace Kaohe.Workflows.Tests.Definitions;

public sealed class RoundTripTests
{
    public static TheoryData<string> Files { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Definitions"), "*.json").Select(f => Path.GetFileName(f)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Should_write_what_Studio_saved_without_loss(string file)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Definitions", file)))!;
        var model = json["model"] ?? json;

        var written = JsonNode.Parse(DefinitionJson.Write(DefinitionJson.Read(json.ToJsonString())))!;

        foreach (var (name, value) in model.AsObject().Where(p => p.Value is not null))
        {
            Assert.True(JsonNode.DeepEquals(value, written[name]), name);
        }
    }

    [Fact]
    public void Should_keep_properties_and_activities_that_the_engine_does_not_know()
    {
        const string Json = """
            {"definitionId":"d","id":"d1","version":3,"name":"n","$schema":"https://elsaworkflows.io/schemas/workflow-definition/v3","future":{"a":[1,2.50,null]},
             "variables":[{"id":"v","name":"V","typeName":"String","new":true}],
             "root":{"id":"r","type":"Elsa.Sequence","version":1,"activities":[{"id":"x","type":"Acme.Odd","version":7,"weird":{"deep":[{"k":1}]}}]}}
            """;

        var written = DefinitionJson.Write(DefinitionJson.Read(Json));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Json)!["root"], JsonNode.Parse(written)!["root"]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Json)!["future"], JsonNode.Parse(written)!["future"]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Json)!["variables"], JsonNode.Parse(written)!["variables"]));
        Assert.Contains("2.50", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_let_a_changed_member_win_over_the_document()
    {
        var definition = Flow.Definition(Flow.Sequence("s", Flow.Line("a", "A")));

        var again = DefinitionJson.Read(DefinitionJson.Write(definition with { Version = 9, IsPublished = false, Name = "改名" }));

        Assert.Equal((9, false, "改名"), (again.Version, again.IsPublished, again.Name));
        Assert.True(JsonElement.DeepEquals(definition.Root, again.Root));
    }

    [Theory]
    [InlineData("""{"source":{"activity":"a","port":"Done"},"target":{"activity":"b","port":"In"}}""")]
    [InlineData("""{"Source":{"Activity":"a","Port":"Done"},"Target":{"Activity":"b","Port":"In"}}""")]
    [InlineData("""{"source":"a","target":"b","sourcePort":"Done","targetPort":"In"}""")]
    [InlineData("""{"source":{"activity":"a"},"target":{"activity":"b"}}""")]
    public void Should_read_every_form_of_connection(string connection)
    {
        var chart = Flow.Chart("fc", [Flow.Line("a", "A"), Flow.Line("b", "B")]);
        foreach (var form in new JsonNode[] { new JsonArray(JsonNode.Parse(connection)), new JsonObject { ["$values"] = new JsonArray(JsonNode.Parse(connection)) }, JsonNode.Parse(connection)! })
        {
            var root = chart.DeepClone();
            root["connections"] = form;
            Assert.Equal(["A", "B"], Flow.Run(root).Host.Lines);
        }
    }

    [Fact]
    public void Should_accept_names_of_types_from_old_versions()
    {
        var variable = Flow.Variable("N", "System.Int32, System.Private.CoreLib", "4");
        variable["storageDriverTypeName"] = "Elsa.Workflows.Core.Services.WorkflowStorageDriver, Elsa.Workflows.Core";
        var (host, instance) = Flow.Run(Flow.Sequence("s", Flow.Event("e", "Go"), Flow.ScriptLine("a", "getN() + 1")), variable);

        host.Trigger("Go", null);
        host.Settle();

        Assert.Equal(["5"], host.Lines);
        Assert.Equal(Kaohe.Workflows.Execution.State.WorkflowStatus.Finished, instance.State.Status);
    }
}
