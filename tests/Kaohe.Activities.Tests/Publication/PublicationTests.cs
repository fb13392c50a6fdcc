using System.Text.Json.Nodes;
using Kaohe.Activities.Publication;
using Kaohe.Activities.Tests.Given;
using Kaohe.Office.Calendar;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Xunit;

namespace Kaohe.Activities.Tests.Publication;

/// <summary>严格考核程序: what may not be published, and how the office is told.</summary>
public sealed class PublicationTests
{
    public static TheoryData<string> Steps => [.. StepCodes.All];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Should_refuse_an_annual_flow_that_lacks_a_step_and_show_the_way(string step)
    {
        var problems = Errors(Without(step));
        var name = StepCodes.NameOf(step);
        var problem = Assert.Single(problems, p => p.Message.Contains(step == StepCodes.ResultDetermination ? "走不到“结果评定”" : $"缺少“{name}”", StringComparison.Ordinal));
        Assert.Contains("开始考核年度 → ", problem.Message);
        Assert.DoesNotContain($"、{name} →", problem.Message);
    }

    [Theory]
    [InlineData(StepCodes.Supervision, StepCodes.AdvanceNotice)]
    [InlineData(StepCodes.AssessmentMeeting, StepCodes.IndividualInterviews)]
    [InlineData(StepCodes.ComprehensiveEvaluation, StepCodes.ResultDetermination)]
    public void Should_refuse_a_shortcut_round_a_step(string from, string to)
    {
        var json = Annual();
        var (source, next) = (Id(json, from), Id(json, Next(json, from)));
        Activities(json).Add(Flow.Activity("shortcut", "Elsa.FlowDecision"));
        foreach (var connection in Connections(json).Where(c => Source(c!) == source && Target(c!) == next))
        {
            connection!["target"]!["activity"] = "shortcut";
        }

        Connect(json, "shortcut", "True", Id(json, to));
        Connect(json, "shortcut", "False", next);
        var problem = Assert.Single(Errors(json), p => p.Message.Contains("可以绕过", StringComparison.Ordinal) && p.Message.Contains("shortcut", StringComparison.Ordinal));
        Assert.Contains("→ shortcut → ", problem.Message);
    }

    [Fact]
    public void Should_refuse_a_join_that_goes_on_before_the_survey_has_ended()
    {
        var json = Annual();
        var join = Activities(json).Single(a => (string)a!["type"]! == "Elsa.FlowJoin" && a["metadata"]!["displayText"]!.GetValue<string>().StartsWith("进驻", StringComparison.Ordinal))!;
        join["mode"]!["expression"]!["value"] = "WaitAny";
        var messages = Errors(json).Select(p => p.Message).ToList();
        Assert.Contains(messages, m => m.StartsWith("流程可以绕过“民意调查”", StringComparison.Ordinal));
        Assert.Contains(messages, m => m.StartsWith("流程可以绕过“社会评价”", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0", "20个工作日", "应是 1 到 12 的整数")]
    [InlineData("每季度", "20个工作日", "应是 1 到 12 的整数")]
    [InlineData("4", "2027-12-31", "完成期限不能是固定日期“2027-12-31”")]
    public void Should_refuse_rounds_that_no_year_has_or_that_share_one_deadline(string rounds, string deadline, string says)
    {
        var json = Annual();
        var step = Activities(json).Single(a => (string)a!["type"]! == "Kaohe.Supervision")!;
        step["rounds"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = rounds } };
        step["deadline"]!["expression"]!["value"] = deadline;

        Assert.Contains(says, Assert.Single(Errors(json)).Message);
    }

    [Fact]
    public void Should_find_steps_inside_containers_and_refuse_one_that_only_a_branch_holds()
    {
        var steps = StepCodes.All.Select(code => (JsonNode)Flow.Activity(code, $"Kaohe.{code}")).ToList();
        var whole = Sequence([.. steps.Select(step => step.DeepClone())]);
        Assert.Contains("→ ScoreAggregation（退回） → ResultDetermination", Assert.Single(Errors(Definition(whole))).Message);

        var branch = new JsonObject { ["id"] = "if", ["name"] = "如果", ["type"] = "Elsa.If", ["version"] = 1, ["then"] = steps[6].DeepClone() };
        var hidden = Sequence([.. steps.Select((step, i) => i == 6 ? branch : step.DeepClone())]);
        Assert.Contains(Errors(Definition(hidden)), p => p.Message.StartsWith("流程可以绕过“民意调查”", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_refuse_an_annual_flow_whose_step_has_an_outcome_that_leads_nowhere()
    {
        var json = Annual();
        var connections = Connections(json);
        connections.Remove(connections.Single(c => Source(c!) == Id(json, StepCodes.Supervision) && (string)c!["source"]!["port"]! == "Overdue"));
        Assert.Contains(Errors(json), p => p.Message == "“一、督查落实”的出口“逾期”没有连线，走到这里流程会停住。请连到下一个环节。");
    }

    [Fact]
    public void Should_list_all_missing_owners_wrong_templates_and_bad_dates_at_once()
    {
        var json = Annual();
        Set(json, StepCodes.Supervision, "responsibleRole", "boss");
        Set(json, StepCodes.SelfAssessment, "documentTemplate", "没有的模板");
        Set(json, StepCodes.AdvanceNotice, "deadline", "2026-01-05");
        Set(json, StepCodes.AssessmentMeeting, "deadline", "2026-12-06");
        Set(json, StepCodes.DemocraticEvaluation, "deadline", "尽快");
        Set(json, StepCodes.IndividualInterviews, "reminders", "很早");
        var messages = Errors(json).Select(p => p.Message).ToList();
        Assert.Equal(6, messages.Count);
        Assert.Contains(messages, m => m.Contains("角色“boss”不存在", StringComparison.Ordinal));
        Assert.Contains(messages, m => m.Contains("公文模板“没有的模板”不存在", StringComparison.Ordinal));
        Assert.Contains(messages, m => m.Contains("2026-01-05早于开始日期2026-11-23", StringComparison.Ordinal));
        Assert.Contains(messages, m => m.Contains("2026-12-06不上班（周末）", StringComparison.Ordinal));
        Assert.Contains(messages, m => m.Contains("看不懂期限“尽快”", StringComparison.Ordinal));
        Assert.Contains(messages, m => m.Contains("看不懂催办时间“很早”", StringComparison.Ordinal));
        Assert.All(Errors(json), p => Assert.Matches(@"^root\.activities\[\d+\]\.", p.Path));
    }

    [Fact]
    public void Should_refuse_a_task_without_owner_and_a_document_without_template_in_any_flow()
    {
        var flow = Flow.Chart([Flow.Activity("task", "Kaohe.HumanTask"), Flow.Activity("draft", "Kaohe.DraftDocument")], [("task", "Done", "draft")]);
        var messages = PublicationCheck.Check(flow, Settings()).Where(p => p.IsError).Select(p => p.Message).ToList();
        Assert.Equal(["“task”没有办理角色，任务发不到人。请选择由谁办理。", "“draft”没有公文模板，请选择。"], messages);
    }

    [Fact]
    public void Should_check_in_time_a_flow_with_many_branches()
    {
        var activities = new List<JsonObject> { Flow.Activity("start", "Elsa.Start") };
        var connections = new List<(string, string, string)>();
        var last = ("start", "Done");
        for (var i = 0; i < 60; i++)
        {
            activities.AddRange([Flow.Activity($"d{i}", "Elsa.FlowDecision"), Flow.Activity($"a{i}", "Elsa.WriteLine"), Flow.Activity($"b{i}", "Elsa.WriteLine"), Flow.Activity($"j{i}", "Elsa.WriteLine")]);
            connections.AddRange([(last.Item1, last.Item2, $"d{i}"), ($"d{i}", "True", $"a{i}"), ($"d{i}", "False", $"b{i}"), ($"a{i}", "Done", $"j{i}"), ($"b{i}", "Done", $"j{i}")]);
            last = ($"j{i}", "Done");
        }

        activities.Add(Flow.Activity("r", "Kaohe.ResultDetermination"));
        connections.Add((last.Item1, last.Item2, "r"));
        Assert.Equal(10, PublicationCheck.Check(Flow.Chart(activities, connections), Settings()).Count(p => p.Message.StartsWith("流程缺少", StringComparison.Ordinal)));
    }

    private static IReadOnlyList<DefinitionProblem> Errors(JsonObject json) => [.. PublicationCheck.Check(DefinitionJson.Read(json.ToJsonString()), Settings()).Where(p => p.IsError)];

    private static PublicationSettings Settings() =>
        new() { Compiler = new WorkflowCompiler(World.Registry), Today = new DateOnly(2026, 11, 23), Calendar = WorkingCalendar.Empty };

    private static JsonObject Annual() => JsonNode.Parse(Shipped.Text("annual-assessment"))!.AsObject();

    /// <summary>The annual flow with a step taken out and the connections before it led past it.</summary>
    private static JsonObject Without(string step)
    {
        var json = Annual();
        var id = Id(json, step);
        var next = Connections(json).Where(c => Source(c!) == id && (string)c!["source"]!["port"]! == "Done").Select(c => Target(c!)).ToList();
        var into = Connections(json).Where(c => Target(c!) == id && (string)c!["source"]!["port"]! != "Returned").Select(c => (Source(c!), (string)c!["source"]!["port"]!)).ToList();
        foreach (var connection in Connections(json).Where(c => Source(c!) == id || Target(c!) == id).ToList())
        {
            Connections(json).Remove(connection);
        }

        Activities(json).Remove(Activities(json).Single(a => (string)a!["id"]! == id));
        foreach (var (source, port) in into)
        {
            next.ForEach(target => Connect(json, source, port, target));
        }

        return json;
    }

    private static JsonObject Sequence(IEnumerable<JsonNode> activities) =>
        new() { ["id"] = "seq", ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = new JsonArray([.. activities]) };

    private static JsonObject Definition(JsonObject root) => new()
    {
        ["id"] = "f1", ["definitionId"] = "f", ["name"] = "f", ["root"] = root,
    };

    private static JsonArray Activities(JsonObject json) => json["root"]!["activities"]!.AsArray();

    private static JsonArray Connections(JsonObject json) => json["root"]!["connections"]!.AsArray();

    private static string Id(JsonObject json, string step) => (string)Activities(json).Single(a => (string)a!["type"]! == $"Kaohe.{step}")!["id"]!;

    private static string Next(JsonObject json, string step)
    {
        var target = Target(Connections(json).First(c => Source(c!) == Id(json, step))!);
        return ((string)Activities(json).Single(a => (string)a!["id"]! == target)!["type"]!)["Kaohe.".Length..];
    }

    private static string Source(JsonNode connection) => (string)connection["source"]!["activity"]!;

    private static string Target(JsonNode connection) => (string)connection["target"]!["activity"]!;

    private static void Connect(JsonObject json, string source, string port, string target) => Connections(json).Add(new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port }, ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    });

    private static void Set(JsonObject json, string step, string input, string value) =>
        Activities(json).Single(a => (string)a!["type"]! == $"Kaohe.{step}")![input] = new JsonObject
        {
            ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
        };
}
