using System.Text.Json.Nodes;
using Kaohe.Activities.Publication;
using Kaohe.Activities.Tests.Given;
using Kaohe.Office.Calendar;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Xunit;

namespace Kaohe.Activities.Tests.Publication;

/// <summary>严格考核程序 by every way into a flow: its start, its triggers, and by hand.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("Elsa.Timer", "interval", "1.00:00:00")]
    [InlineData("Elsa.Event", "eventName", "提前评定")]
    [InlineData("Elsa.Cron", "cronExpression", "0 0 9 * * *")]
    public void Should_refuse_a_trigger_that_starts_the_flow_past_its_steps_and_show_the_way(string type, string input, string value)
    {
        var json = WithTrigger(type, input, value, StepCodes.ResultDetermination);

        var problem = Assert.Single(Errors(json));
        Assert.StartsWith("“早点”能自行启动流程，绕过督查落实、自查总结、考核预告、考核大会、民主测评、个别谈话、民意调查、社会评价、综合评价、考核汇总：早点 → 十一、结果评定。", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_publish_a_trigger_that_stands_before_the_first_step() => Assert.Empty(Errors(WithTrigger("Elsa.Event", "eventName", "开始", StepCodes.Supervision)));

    [Fact]
    public void Should_publish_a_trigger_that_only_waits_in_the_middle_of_the_flow() =>
        Assert.Empty(Errors(WithTrigger("Elsa.Event", "eventName", "开始", StepCodes.ResultDetermination, starts: false)));

    [Fact]
    public void Should_take_the_flow_that_a_year_is_started_with_for_annual_whatever_it_says_of_itself()
    {
        var json = Drawing.Annual();
        json["customProperties"]!.AsObject().Remove(PublicationCheck.FlowProperty);
        Drawing.Remove(json, StepCodes.ScoreAggregation);
        Drawing.Remove(json, StepCodes.ResultDetermination);

        Assert.Contains(Errors(json), problem => problem.Message.StartsWith("流程走不到“结果评定”。走过的路径：开始考核年度 → 一、督查落实", StringComparison.Ordinal));
        json["definitionId"] = "something-else";
        Assert.DoesNotContain(Errors(json), problem => problem.Message.Contains("走不到", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_start_an_annual_flow_by_hand_only_from_its_start_or_a_trigger()
    {
        var json = WithTrigger("Elsa.Event", "eventName", "开始", StepCodes.Supervision);
        var workflow = Compile(json);

        Assert.Null(AnnualStart.Problem(workflow, isPublished: true, activityId: null));
        Assert.Null(AnnualStart.Problem(workflow, isPublished: true, "early"));
        Assert.Null(AnnualStart.Problem(workflow, isPublished: true, (string)Drawing.Activities(json).Single(activity => (string)activity!["type"]! == "Elsa.Start")!["id"]!));
        Assert.All(
            [Drawing.Id(json, StepCodes.ResultDetermination), Drawing.Id(json, StepCodes.Supervision), "nothing"],
            id => Assert.Contains("不能从中间的活动", AnnualStart.Problem(workflow, isPublished: true, id), StringComparison.Ordinal));
    }

    [Fact]
    public void Should_run_no_version_of_an_annual_flow_that_is_not_published() =>
        Assert.Contains("没有发布的版本", AnnualStart.Problem(Compile(Drawing.Annual()), isPublished: false, activityId: null), StringComparison.Ordinal);

    [Fact]
    public void Should_start_any_other_flow_as_Elsa_does() =>
        Assert.Null(AnnualStart.Problem(new WorkflowCompiler(World.Registry).Compile(Shipped.Flow("rectification")), isPublished: false, "nothing"));

    private static JsonObject WithTrigger(string type, string input, string value, string before, bool starts = true)
    {
        var json = Drawing.Annual();
        var trigger = Flow.Activity("early", type);
        trigger["name"] = "早点";
        trigger["customProperties"] = new JsonObject { ["canStartWorkflow"] = starts };
        trigger[input] = Drawing.Literal(value);
        Drawing.Activities(json).Add(trigger);
        Drawing.Connect(json, "early", "Done", Drawing.Id(json, before));
        return json;
    }

    private static CompiledWorkflow Compile(JsonObject json) => new WorkflowCompiler(World.Registry).Compile(DefinitionJson.Read(json.ToJsonString()));

    private static IReadOnlyList<DefinitionProblem> Errors(JsonObject json) =>
    [
        .. PublicationCheck.Check(
            DefinitionJson.Read(json.ToJsonString()), new PublicationSettings { Compiler = new WorkflowCompiler(World.Registry), Today = new DateOnly(2026, 11, 23), Calendar = WorkingCalendar.Empty })
            .Where(problem => problem.IsError),
    ];
}
