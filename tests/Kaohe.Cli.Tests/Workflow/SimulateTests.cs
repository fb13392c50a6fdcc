using System.Text.Json.Nodes;
using Xunit;

namespace Kaohe.Cli.Tests.Workflow;

public sealed class SimulateTests
{
    private const string Hello = """
        {"definitionId":"hello","id":"hello-v1","name":"问候","version":1,"inputs":[{"name":"unit","type":"String","storageDriverType":"Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"}],
         "root":{"id":"s","type":"Elsa.Sequence","activities":[
           {"id":"w","name":"等待签发","type":"Elsa.Event","eventName":{"typeName":"String","expression":{"type":"Literal","value":"Signed"}}},
           {"id":"d","type":"Elsa.Delay","timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"1.00:00:00"}}},
           {"id":"x","type":"Elsa.ExecuteWorkflow","workflowDefinitionId":{"typeName":"String","expression":{"type":"Literal","value":"child"}},"waitForCompletion":{"typeName":"Boolean","expression":{"type":"Literal","value":true}}},
           {"id":"a","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"JavaScript","value":"`你好，${getInput('unit')}`"}}}]}}
        """;

    private const string Child = """
        {"definitionId":"child","id":"child-v1","name":"子流程","version":1,
         "root":{"id":"c","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"Literal","value":"子流程做完"}}}}
        """;

    [Fact]
    public async Task Should_print_one_json_line_for_each_case_with_every_field()
    {
        var cases = Path.Combine(AppContext.BaseDirectory, "cases");
        var (exitCode, output, errors) = await KaoheCommand.RunAsync(TestContext.Current.CancellationToken, "workflow", "simulate", "--cases", cases, "--json");

        Assert.Equal((0, ""), (exitCode, errors));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(69, lines.Length);
        foreach (var line in lines)
        {
            var actual = JsonNode.Parse(line)!.AsObject();
            var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(cases, $"{actual["name"]}.json"), TestContext.Current.CancellationToken))!["expected"]!.AsObject();
            Assert.All(expected, field => Assert.True(JsonNode.DeepEquals(field.Value, actual[field.Key]), $"{actual["name"]}.{field.Key}: {actual[field.Key]}"));
        }
    }

    [Fact]
    public async Task Should_play_a_flow_with_input_stimuli_and_other_files()
    {
        var (exitCode, output, _) = await KaoheCommand.RunAsync(
            TestContext.Current.CancellationToken,
            "workflow", "simulate", KaoheCommand.File("hello.json", Hello), "--with", KaoheCommand.File("child.json", Child), "--input", """{"unit":"代县"}""",
            "--stimulus", """{"event":"Signed"}""", "--stimulus", """{"advance":"23:59:59"}""", "--stimulus", """{"advance":"48:00:00.000"}""");

        Assert.Equal(0, exitCode);
        Assert.Contains("等待  等待签发", output, StringComparison.Ordinal);
        Assert.Contains("输出：子流程做完", output, StringComparison.Ordinal);
        Assert.Contains("输出：你好，代县", output, StringComparison.Ordinal);
        Assert.Contains("结果：Finished/Finished", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--input", "{nope", "不是有效的 JSON")]
    [InlineData("--stimulus", """{"jump":1}""", "不认识的激励")]
    [InlineData("--with", "/nowhere/x.json", "读不到文件")]
    public async Task Should_say_what_is_wrong_with_the_command(string option, string value, string message)
    {
        var (exitCode, _, errors) = await KaoheCommand.RunAsync(TestContext.Current.CancellationToken, "workflow", "simulate", KaoheCommand.File("hello.json", Hello), option, value);

        Assert.Equal(1, exitCode);
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_play_the_whole_year_of_the_demo_city()
    {
        var flow = Path.Combine(Repository.Root, "workflows", "annual-assessment.json");

        var (exitCode, output, errors) = await KaoheCommand.RunAsync(TestContext.Current.CancellationToken, "workflow", "simulate", flow);

        Assert.True(exitCode == 0, errors);
        Assert.Contains("104 个单位", output, StringComparison.Ordinal);
        Assert.Contains("结果通知书 104 份", output, StringComparison.Ordinal);
        Assert.Contains("全部办结", output, StringComparison.Ordinal);
        foreach (var step in new[] { "督查落实", "自查总结", "考核预告", "考核大会", "民主测评", "个别谈话", "民意调查", "社会评价", "综合评价", "考核汇总", "结果评定", "整改" })
        {
            Assert.Contains(step, output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("rectification.json", "“整改”")]
    [InlineData("indicator-setting.json", "指标下达")]
    public async Task Should_say_that_a_flow_of_human_work_does_not_go_on_by_itself(string file, string name)
    {
        var (exitCode, _, errors) = await KaoheCommand.RunAsync(TestContext.Current.CancellationToken, "workflow", "simulate", Path.Combine(Repository.Root, "workflows", file));

        Assert.Equal(1, exitCode);
        Assert.Contains(name, errors, StringComparison.Ordinal);
        Assert.Contains("单独推演走不下去", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_refuse_an_annual_flow_without_the_opinion_survey()
    {
        var flow = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "workflows", "annual-assessment.json"), TestContext.Current.CancellationToken))!;
        var activities = flow["root"]!["activities"]!.AsArray();
        activities.Remove(activities.Single(a => (string)a!["type"]! == "Kaohe.PublicOpinionSurvey"));

        var (exitCode, output, _) = await KaoheCommand.RunAsync(TestContext.Current.CancellationToken, "workflow", "validate", KaoheCommand.File("broken.json", flow.ToJsonString()));

        Assert.Equal(1, exitCode);
        Assert.Contains("民意调查", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_list_the_problems_of_a_bad_file_and_count_them()
    {
        var bad = KaoheCommand.File("bad.json", """{"definitionId":"b","name":"坏","root":{"id":"x","type":"Acme.Unknown"}}""");

        var (exitCode, output, _) = await KaoheCommand.RunAsync(TestContext.Current.CancellationToken, "workflow", "validate", bad);
        var (good, _, _) = await KaoheCommand.RunAsync(TestContext.Current.CancellationToken, "workflow", "validate", KaoheCommand.File("child.json", Child));

        Assert.Equal((1, 0), (exitCode, good));
        Assert.Contains("root.type", output, StringComparison.Ordinal);
        Assert.Contains("不能发布，错误 1 个", output, StringComparison.Ordinal);
    }
}
