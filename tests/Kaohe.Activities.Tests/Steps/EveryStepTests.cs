using Kaohe.Activities.Effects;
using Kaohe.Activities.Tests.Given;
using Kaohe.Assessment.Grades;
using Kaohe.Documents.Templates;
using Kaohe.Workflows.Execution.State;
using Xunit;

namespace Kaohe.Activities.Tests.Steps;

/// <summary>What holds for each of the 11 steps, on the real engine.</summary>
public sealed class EveryStepTests
{
    public static TheoryData<string> Steps => [.. StepCodes.All];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Should_end_as_done_when_everybody_has_done_everything_in_time(string step)
    {
        var world = Start(step);
        world.CompleteEverything();
        world.AdvanceDays(11);
        world.CompleteEverything();
        world.AdvanceDays(3);
        world.CompleteEverything();
        Assert.Equal(["Done"], world.Ended);
        Assert.Empty(world.Host.Instances[0].State.Incidents);
        Assert.DoesNotContain(world.Effects, effect => effect.Kind == KaoheEffects.CloseTasks);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Should_wait_after_the_deadline_and_end_as_overdue_when_late_work_is_done(string step)
    {
        var world = Start(step);
        world.AdvanceDays(60);
        Assert.Empty(world.Ended);
        for (var days = 0; days < 40 && world.Ended.Count == 0; days++)
        {
            world.CompleteEverything();
            world.AdvanceDays(1);
        }

        Assert.Equal(["Overdue"], world.Ended);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Should_change_nothing_when_every_signal_comes_twice(string step)
    {
        var world = Start(step);
        for (var days = 0; days < 30 && world.Ended.Count == 0; days++)
        {
            while (world.Open.FirstOrDefault() is { } task)
            {
                world.Complete(task);
                var before = WorkflowStateSerializer.Serialize(world.Host.Instances[0].State.ActivityExecutionContexts);
                var effects = world.Effects.Count;
                task.IsOver = false;
                world.Complete(task);
                Assert.Equal(before, WorkflowStateSerializer.Serialize(world.Host.Instances[0].State.ActivityExecutionContexts));
                Assert.Equal(effects, world.Effects.Count);
            }

            world.AdvanceDays(1);
        }

        Assert.Equal(["Done"], world.Ended);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Should_go_on_from_a_state_that_was_written_and_read_again(string step)
    {
        var world = Start(step);
        var state = world.Host.Instances[0].State;
        var text = WorkflowStateSerializer.Serialize(state);
        Assert.Equal(text, WorkflowStateSerializer.Serialize(WorkflowStateSerializer.Deserialize<WorkflowState>(text)));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Should_give_every_task_its_deadline_reminders_and_escalation(string step)
    {
        var world = Start(step);
        world.CompleteEverything();
        world.AdvanceDays(12);
        world.CompleteEverything();
        Assert.All(world.Tasks.Select(task => task.Request), task =>
        {
            Assert.Equal(step, task.StepCode);
            Assert.Equal(2026, task.CycleYear);
            Assert.NotNull(task.DueAt);
            Assert.NotEmpty(task.DeadlineText);
            Assert.Equal([3, 1, 0], task.Reminders.Reminders.Select(reminder => reminder.WorkingDaysBefore));
            Assert.Equal("office", task.Reminders.Escalations[^1].Role);
            Assert.NotEmpty(task.Title);
        });
    }

    [Fact]
    public void Should_use_only_templates_of_the_catalogue() =>
        Assert.Empty(World.Registry.Descriptors.Where(d => StepCodes.OfType(d.TypeName) is not null)
            .SelectMany(d => ((StepActivity)Activator.CreateInstance(d.ClrType!)!).Items)
            .Where(item => item.Template.Length > 0 && TemplateCatalogue.Find(item.Template) is null).Select(item => item.Template));

    [Fact]
    public void Should_name_every_kind_of_task_in_Chinese() =>
        Assert.Equal(
            typeof(TaskKinds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(),
            TaskKindNames.All.Where(pair => TaskKindNames.Of(pair.Key) != pair.Key).Select(pair => pair.Key).Order());

    [Fact]
    public void Should_offer_exactly_the_eleven_steps_in_their_category() =>
        Assert.Equal(
            StepCodes.All.Select(code => ($"Kaohe.{code}", StepCodes.NameOf(code))).Order(),
            World.Registry.Descriptors.Where(d => d.Category == StepActivity.Category).Select(d => (d.TypeName, d.DisplayName)).Order());

    private static World Start(string step)
    {
        var world = new World(Flow.Of($"Kaohe.{step}", null)) { Results = { World.Result("xinfu", Grade.Good) } };
        world.Host.Start("flow", new Dictionary<string, object?> { ["cycleYear"] = 2026 });
        world.Host.Settle();
        return world;
    }
}
