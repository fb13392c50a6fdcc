using System.Text;
using System.Text.Json.Nodes;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution.State;
using Kaohe.Workflows.Validation;
using Xunit;

namespace Kaohe.Workflows.Tests.Validation;

public sealed class HostileDefinitionTests
{
    private static readonly DefinitionValidator Validator = new(new WorkflowCompiler(ActivityRegistry.Core));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"root\":")]
    [InlineData("\u0000\u0001")]
    public void Should_say_that_a_file_is_no_definition(string json)
    {
        var problem = Assert.Throws<DefinitionException>(() => DefinitionJson.Read(json));

        Assert.Single(problem.Problems);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", problem.Problems[0].Message);
    }

    [Fact]
    public void Should_list_every_problem_at_once_with_its_path()
    {
        const string Json = """
            {"definitionId":"","name":5,"version":"x","variables":[{"id":"a","name":"A","typeName":"Int32","value":"abc"},{"id":"b","name":"A","typeName":"Nonsense"}],
             "root":{"id":"fc","type":"Elsa.Flowchart","activities":[
               {"id":"x","type":"Acme.Unknown"},{"id":"x","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"JavaScript","value":"1 +* 2"}}},
               {"id":"f","type":"Elsa.For","start":{"typeName":"Int32","expression":{"type":"Literal","value":"many"}}},{"no":"type"},
               {"id":"c","type":"Elsa.Cron","customProperties":{"canStartWorkflow":true},"cronExpression":{"typeName":"String","expression":{"type":"Literal","value":"not cron"}}}],
             "connections":[{"source":{"activity":"gone"},"target":{"activity":"x"}},{"nothing":1}]}}
            """;

        var problems = Validator.Validate(DefinitionJson.Read(Json), Flow.Start);

        foreach (var path in new[]
        {
            "definitionId", "name", "version", "variables", "variables[0].value", "variables[1].typeName", "root.activities[0].type", "root.activities[1].id",
            "root.activities[1].text.expression.value", "root.activities[2].start.expression.value", "root.activities[3]", "root.connections[0]", "root.connections[1]", "Workflow1:fc:c",
        })
        {
            Assert.Contains(problems, p => p.Path == path);
        }

        Assert.All(problems, p => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", p.Message));
    }

    [Fact]
    public void Should_refuse_a_file_that_is_too_large_without_reading_it()
    {
        var problem = Assert.Throws<DefinitionException>(() => DefinitionJson.Read(new byte[50 * 1024 * 1024]));

        Assert.Contains("50 MB", problem.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_a_file_that_is_nested_too_deep()
    {
        var json = new StringBuilder().Insert(0, """{"type":"Elsa.If","id":"i","then":""", 100_000).Append("null").Insert(0, """{"definitionId":"d","root":""").Append('}', 100_001).ToString();

        Assert.Contains("512", Assert.Throws<DefinitionException>(() => DefinitionJson.Read(json)).Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_run_the_deepest_nesting_that_is_read()
    {
        var body = (JsonNode)Flow.Line("a", "bottom");
        for (var i = 0; i < 240; i++)
        {
            body = Flow.Sequence($"s{i}", body);
        }

        Assert.Equal(["bottom"], Flow.Run(body).Host.Lines);
    }

    [Fact]
    public void Should_run_a_hundred_thousand_activities()
    {
        const int Count = 100_000;
        var activities = Enumerable.Range(0, Count).Select(i => (JsonNode)Flow.Activity($"a{i}", "Elsa.SetName"));
        var connections = Enumerable.Range(1, Count - 1).Select(i => $"a{i - 1}>a{i}").ToArray();
        var definition = DefinitionJson.Read(Flow.Definition(Flow.Chart("fc", activities, connections)).Document);

        Assert.DoesNotContain(Validator.Validate(definition, Flow.Start), p => p.IsError);
        var state = Flow.Begin(Flow.Compile(definition)).State;

        Assert.Equal(WorkflowSubStatus.Finished, state.SubStatus);
    }

    [Fact]
    public void Should_skip_a_dead_branch_of_fifty_thousand_activities()
    {
        const int Count = 50_000;
        var activities = Enumerable.Range(0, Count).Select(i => (JsonNode)Flow.Activity($"a{i}", "Elsa.SetName"))
            .Prepend(Flow.Activity("d", "Elsa.FlowDecision", ("condition", Flow.Literal("Boolean", false)))).Append(Flow.Line("z", "end"));
        string[] connections = ["d:True>a0", "d:False>z", $"a{Count - 1}>z", .. Enumerable.Range(1, Count - 1).Select(i => $"a{i - 1}>a{i}")];

        Assert.Equal(["end"], Flow.Run(Flow.Chart("fc", activities, connections)).Host.Lines);
    }

    [Fact]
    public void Should_name_a_definition_that_contains_itself()
    {
        var inner = Flow.Definition(Flow.Activity("x", "outer", ("workflowDefinitionId", "outer")), "inner");
        var outer = Flow.Definition(Flow.Activity("y", "inner", ("workflowDefinitionId", "inner")), "outer");
        var compiler = new WorkflowCompiler(ActivityRegistry.Core, (id, _) => id == "inner" ? inner : id == "outer" ? outer : null);

        var problems = new DefinitionValidator(compiler).Validate(outer, Flow.Start);

        Assert.Contains(problems, p => p.Message.Contains("包含了它自己", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_name_a_way_back_that_leaves_a_branch_open()
    {
        var problems = Validator.Validate(
            Flow.Definition(Flow.Chart("fc", [Flow.Line("a", "a"), Flow.Line("l", "l"), Flow.Line("r", "r"), Flow.Line("z", "z"), Flow.Line("lost", "?")], "a>l", "a>r", "l>z", "r>z", "z>l")), Flow.Start);

        Assert.Contains(problems, p => p.IsError && p.Path == "Workflow1:fc:z");
        Assert.Contains(problems, p => !p.IsError && p.Path == "Workflow1:fc:lost");
    }
}
