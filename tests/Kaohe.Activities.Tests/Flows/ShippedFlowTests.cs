using System.Text.Json;
using System.Text.RegularExpressions;
using Kaohe.Activities.Effects;
using Kaohe.Activities.Publication;
using Kaohe.Activities.Tests.Given;
using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Grades;
using Kaohe.Office.Calendar;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution.State;
using Xunit;

namespace Kaohe.Activities.Tests.Flows;

/// <summary>The flows in workflows/: the shape that Studio saves, fit to publish, and what they do.</summary>
public sealed partial class ShippedFlowTests
{
    private static readonly Dictionary<string, object?> Year = new() { ["cycleYear"] = 2026 };
    private static readonly Dictionary<string, object?> Wutai = new() { ["cycleYear"] = 2026, ["unitId"] = "wutai", ["unitName"] = "五台县", ["gradeLabel"] = "差" };

    public static TheoryData<string> Names => [.. Shipped.FlowNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_be_written_exactly_as_it_was_read(string name) =>
        Assert.Equal(Shipped.Text(name), DefinitionJson.Write(Shipped.Flow(name), indented: true).ReplaceLineEndings("\n") + "\n");

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_be_fit_to_publish(string name) => Assert.Empty(PublicationCheck.Check(Shipped.Flow(name), Settings()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_have_the_shape_that_Studio_saves(string name)
    {
        var definition = Shipped.Flow(name);
        Assert.Equal("3.8.2.0", definition.ToolVersion);
        var root = definition.Root;
        var rootId = root.GetProperty("id").GetString()!;
        Assert.Equal($"Workflow1:{rootId}", root.GetProperty("nodeId").GetString());
        var known = World.Registry.Descriptors.ToDictionary(d => d.TypeName);
        var places = new HashSet<(double, double)>();
        foreach (var activity in root.GetProperty("activities").EnumerateArray())
        {
            var id = activity.GetProperty("id").GetString()!;
            Assert.Matches(HexId(), id);
            Assert.Equal($"Workflow1:{rootId}:{id}", activity.GetProperty("nodeId").GetString());
            var descriptor = known[activity.GetProperty("type").GetString()!];
            var designer = activity.GetProperty("metadata").GetProperty("designer");
            Assert.True(places.Add((designer.GetProperty("position").GetProperty("x").GetDouble(), designer.GetProperty("position").GetProperty("y").GetDouble())));
            Assert.True(designer.GetProperty("size").GetProperty("width").GetDouble() > 0);
            Assert.NotEmpty(activity.GetProperty("metadata").GetProperty("displayText").GetString()!);
            foreach (var property in activity.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object && p.Value.TryGetProperty("memoryReference", out _)))
            {
                var type = descriptor.Inputs.Where(i => Camel(i.Name) == property.Name).Select(i => i.TypeName)
                    .Concat(descriptor.Outputs.Where(o => Camel(o.Name) == property.Name).Select(o => o.TypeName)).Single();
                Assert.True(property.Value.GetProperty("typeName").GetString() == type || type == "RectificationEvent" || type == "FlowJoinMode", $"{property.Name}: {type}");
                Assert.NotEmpty(property.Value.GetProperty("memoryReference").GetProperty("id").GetString()!);
            }
        }
    }

    [Fact]
    public void Should_go_through_the_year_to_letters_and_consequences()
    {
        var world = Annual();
        Play(world, 200);
        Assert.Equal(WorkflowStatus.Finished, world.Host.Instances[0].State.Status);
        Assert.Empty(world.Host.Instances.SelectMany(i => i.State.Incidents));
        Assert.Equal(StepCodes.All.Select(code => $"Kaohe.{code}").Order(), Completed(world).Where(type => StepCodes.OfType(type) is not null).Order());
        Assert.Equal("结果通知书", Assert.Single(world.Letters).TemplateName);
        Assert.Contains(world.Documents, document => document.TemplateName == "表彰决定");
        Assert.Equal(["wutai"], world.Effects.Select(e => e.Payload).OfType<RecordRectification>().Where(r => r.Event == RectificationEvent.Closed).Select(r => r.UnitId));
        Assert.Contains(world.Tasks, task => task.Request.TaskKind == TaskKinds.Admonition && task.Key == "wutai");
    }

    [Fact]
    public void Should_hold_the_survey_and_the_ratings_beside_the_visit()
    {
        var world = Annual();
        for (var days = 0; days < 100 && !world.Open.Any(task => task.Request.StepCode == StepCodes.AssessmentMeeting); days++)
        {
            world.CompleteEverything(task => task.Request.StepCode is StepCodes.AssessmentMeeting or StepCodes.PublicOpinionSurvey or StepCodes.SocialEvaluation);
            world.AdvanceDays(1);
        }

        Assert.Equal(
            [StepCodes.AssessmentMeeting, StepCodes.PublicOpinionSurvey, StepCodes.SocialEvaluation],
            world.Open.Select(task => task.Request.StepCode!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Should_evaluate_again_when_the_joint_meeting_sends_back_and_aggregate_again_when_the_leading_group_does()
    {
        var world = Annual();
        var returned = new HashSet<string>();
        Play(world, 250, task => task.Request.TaskKind is TaskKinds.JointMeeting or TaskKinds.GradeDecision && returned.Add(task.Request.TaskKind) ? "return" : null);
        Assert.Equal(WorkflowStatus.Finished, world.Host.Instances[0].State.Status);
        var steps = Completed(world).ToList();
        Assert.Equal(2, steps.Count(type => type == "Kaohe.ComprehensiveEvaluation"));
        Assert.Equal(3, steps.Count(type => type == "Kaohe.ScoreAggregation"));
        Assert.Equal(2, steps.Count(type => type == "Kaohe.ResultDetermination"));
        Assert.Single(world.Letters);
    }

    [Theory]
    [InlineData(TaskKinds.RectificationReview)]
    [InlineData(TaskKinds.RectificationApproval)]
    [InlineData(TaskKinds.RectificationRecheck)]
    public void Should_send_a_rectification_back_with_the_comment_and_still_come_to_its_close(string sender)
    {
        var world = Rectification();
        var times = 0;
        Play(world, 200, task => task.Request.TaskKind == sender && times++ == 0 ? "return" : null);
        Assert.Equal(WorkflowStatus.Finished, world.Host.Instances[0].State.Status);
        var review = world.Tasks.First(task => task.Request.TaskKind == TaskKinds.RectificationReview).Request.Data!;
        Assert.Equal(("somebody", world.Tasks[0].Id), (review["submittedBy"], review["submittedTaskId"]));
        var reports = world.Tasks.Where(task => task.Request.TaskKind == TaskKinds.RectificationReport).ToList();
        Assert.Equal(2, reports.Count);
        Assert.Equal("不行", reports[1].Request.Data!["returnReason"]);
        var events = Events(world);
        Assert.Single(events, RectificationEvent.Returned);
        var returned = world.Effects.Select(e => e.Payload).OfType<RecordRectification>().Single(r => r.Event == RectificationEvent.Returned);
        Assert.Equal(reports[1].Request.DueAt, returned.DueAt);
        Assert.Equal(2, events.Count(e => e == RectificationEvent.Submitted));
        Assert.Equal(RectificationEvent.Closed, events[^1]);
    }

    [Fact]
    public void Should_carry_a_late_report_on_to_an_admonition_and_still_ask_for_it()
    {
        var world = Rectification();
        world.AdvanceDays(40);
        Assert.Equal([TaskKinds.AdmonitionArrangement, TaskKinds.RectificationReport], world.Open.Select(task => task.Request.TaskKind).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(world.Documents, document => document.TemplateName == "诫勉谈话通知");
        world.Complete(world.Open.Single(task => task.Request.TaskKind == TaskKinds.AdmonitionArrangement));
        Assert.Equal("诫勉谈话通知", world.Documents[^1].TemplateName);
        Assert.True(world.Open.Single(task => task.Request.TaskKind == TaskKinds.Admonition).Request.IsConfidential);
        Play(world, 200);
        Assert.Equal(WorkflowStatus.Finished, world.Host.Instances[0].State.Status);
        Assert.Equal(
            [RectificationEvent.Noticed, RectificationEvent.Overdue, RectificationEvent.Submitted, RectificationEvent.OfficePassed, RectificationEvent.LeaderApproved, RectificationEvent.Completed, RectificationEvent.Rechecked, RectificationEvent.Closed],
            Events(world));
    }

    [Fact]
    public void Should_come_to_its_close_when_a_late_report_is_sent_back_while_the_admonition_is_open()
    {
        var world = Rectification();
        world.AdvanceDays(40);
        var times = 0;
        for (var days = 0; days < 120; days++)
        {
            while (world.Open.FirstOrDefault(task => task.Request.TaskKind is not (TaskKinds.Admonition or TaskKinds.AdmonitionArrangement)) is { } task)
            {
                world.Complete(task, task.Request.TaskKind == TaskKinds.RectificationReview && times++ == 0 ? "return" : null, comment: "不行");
            }

            world.AdvanceDays(1);
        }

        Assert.Equal(RectificationEvent.Closed, Events(world)[^1]);
        Assert.Equal(WorkflowStatus.Running, world.Host.Instances[0].State.Status);
        Play(world, 5);
        Assert.Equal(WorkflowStatus.Finished, world.Host.Instances[0].State.Status);
    }

    [Fact]
    public void Should_sign_the_statements_only_after_the_leading_group_has_approved()
    {
        var world = new World(Shipped.Flow("indicator-setting"));
        world.Host.Start("indicator-setting", Year);
        world.Host.Settle();
        var times = 0;
        Play(world, 60, task => task.Request.TaskKind == TaskKinds.IndicatorApproval && times++ == 0 ? "return" : null);
        Assert.Equal(WorkflowStatus.Finished, world.Host.Instances[0].State.Status);
        Assert.Equal(2, world.Tasks.Count(task => task.Request.TaskKind == TaskKinds.IndicatorCollation));
        Assert.Equal("责任书", Assert.Single(world.Documents).TemplateName);
        Assert.Equal(4, world.Tasks.Count(task => task.Request.TaskKind == TaskKinds.ResponsibilitySigning));
    }

    private static PublicationSettings Settings() =>
        new() { Compiler = new WorkflowCompiler(World.Registry), Today = new DateOnly(2026, 11, 23), Calendar = WorkingCalendar.Empty };

    private static World Annual()
    {
        var world = new World(Shipped.Flow("annual-assessment"), Shipped.Flow("rectification"))
        {
            Results =
            {
                World.Result("xinfu", Grade.Good, false, ConsequenceKind.Commendation, ConsequenceKind.PriorityPromotion),
                World.Result("wutai", Grade.Poor, true, ConsequenceKind.Rectification, ConsequenceKind.Admonition, ConsequenceKind.OrganisationalAdjustment),
            },
        };
        world.Host.Start("annual-assessment", Year);
        world.Host.Settle();
        return world;
    }

    private static World Rectification()
    {
        var world = new World(Shipped.Flow("rectification"));
        world.Host.Start("rectification", Wutai);
        world.Host.Settle();
        return world;
    }

    private static void Play(World world, int days, Func<OpenedTask, string?>? choose = null)
    {
        for (var day = 0; day < days && world.Host.Instances[0].State.Status == WorkflowStatus.Running; day++)
        {
            while (world.Open.FirstOrDefault() is { } task)
            {
                world.Complete(task, choose?.Invoke(task), comment: "不行");
            }

            world.AdvanceDays(1);
        }
    }

    private static IEnumerable<string> Completed(World world) =>
        world.Host.Instances[0].Journal.Where(entry => entry.EventName == "Completed").Select(entry => entry.ActivityType);

    private static List<RectificationEvent> Events(World world) => [.. world.Effects.Select(e => e.Payload).OfType<RecordRectification>().Select(r => r.Event)];

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    [GeneratedRegex("^[0-9a-f]{16}$", RegexOptions.None, 1000)]
    private static partial Regex HexId();
}
