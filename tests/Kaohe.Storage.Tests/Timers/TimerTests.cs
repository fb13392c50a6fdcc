using Kaohe.Storage.Runtime;
using Kaohe.Storage.Tests.Given;
using Kaohe.Storage.Timers;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tests.Timers;

public abstract class TimerTests(TestDatabase database) : StorageTests(database)
{
    [Fact]
    public async Task Should_go_on_when_the_delay_is_over_and_not_before()
    {
        await Host.PublishAsync(Flow.Sequence("delay", Flow.Delay("d", "00:05:00"), Flow.WriteLine("a", "later")));
        var started = await Host.StartInstanceAsync("delay");

        Assert.Equal(0, await Host.AdvanceAsync(TimeSpan.FromSeconds(299)));
        Assert.Equal(1, await Host.AdvanceAsync(TimeSpan.FromSeconds(1)));
        Assert.Equal(0, await Host.AdvanceAsync(TimeSpan.FromHours(1)));

        Assert.Equal(["later"], Host.Lines.Of(started.InstanceId));
    }

    [Fact]
    public async Task Should_wait_for_years()
    {
        await Host.PublishAsync(Flow.Sequence("years", Flow.Delay("d", "1500.00:00:00"), Flow.WriteLine("a", "years later")));
        var started = await Host.StartInstanceAsync("years");

        await Host.AdvanceAsync(TimeSpan.FromDays(1499));
        Assert.Empty(Host.Lines.Of(started.InstanceId));
        await Host.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(["years later"], Host.Lines.Of(started.InstanceId));
    }

    [Fact]
    public async Task Should_not_fire_what_was_cancelled_or_deleted()
    {
        await Host.PublishAsync(Flow.Sequence("stopped", Flow.Delay("d", "00:01:00"), Flow.WriteLine("a", "must not happen")));
        var cancelled = await Host.StartInstanceAsync("stopped");
        var deleted = await Host.StartInstanceAsync("stopped");
        await Host.Runtime.CancelAsync(cancelled.InstanceId, null, cancellationToken: Cancel);
        await Host.Runtime.DeleteAsync(deleted.InstanceId, Cancel);

        Assert.Equal(0, await Host.AdvanceAsync(TimeSpan.FromHours(1)));

        Assert.DoesNotContain("must not happen", Host.Lines.All);
    }

    [Fact]
    public async Task Should_fire_a_timer_once_although_a_person_acts_at_the_same_moment()
    {
        await Host.PublishAsync(Flow.Sequence("race", Flow.Delay("d", "00:01:00"), Flow.WriteLine("a", "once")));
        var started = new List<RunResult>();
        for (var i = 0; i < 50; i++)
        {
            started.Add(await Host.StartInstanceAsync("race"));
        }

        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var people = started.Select(s => Host.Runtime.ResumeAsync(new ResumeRequest { InstanceId = s.InstanceId, BookmarkId = s.State!.Bookmarks.Single().Id }, Cancel));
        await Task.WhenAll([Host.Get<TimerService>().RunDueAsync(Cancel), .. people]);
        await Host.SettleAsync();

        Assert.All(started, s => Assert.Equal(["once"], Host.Lines.Of(s.InstanceId)));
    }

    [Fact]
    public async Task Should_start_an_instance_at_each_interval_and_count_missed_ones_as_one()
    {
        var definition = await Host.PublishAsync(Flow.Sequence("periodic", Flow.Timer("t", "01:00:00"), Flow.WriteLine("a", "tick")));

        Assert.Equal(1, await Host.AdvanceAsync(TimeSpan.FromHours(1)));
        Assert.Equal(1, await Host.AdvanceAsync(TimeSpan.FromHours(1)));
        Assert.Equal(1, await Host.AdvanceAsync(TimeSpan.FromHours(10)));
        await Host.Definitions.RetractAsync("periodic", Cancel);
        Assert.Equal(0, await Host.AdvanceAsync(TimeSpan.FromHours(10)));

        await using var db = Host.Read();
        Assert.Equal(3, await db.WorkflowInstances.CountAsync(i => i.DefinitionVersionId == definition.Id && i.Status == WorkflowStatus.Finished, Cancel));
    }

    [Fact]
    public async Task Should_follow_a_cron_in_shanghai_time()
    {
        await Host.PublishAsync(Flow.Sequence(
            "cron", Cron("0 0 9 * * *"), Flow.WriteLine("a", "nine o'clock")));

        await using (var db = Host.Read())
        {
            var due = (await db.Triggers.SingleAsync(t => t.DefinitionId == "cron", Cancel)).DueAt!.Value.ToOffset(TimeSpan.FromHours(8));
            Assert.Equal(9, due.Hour);
        }

        Assert.Equal(1, await Host.AdvanceAsync(TimeSpan.FromDays(1)));
        await Host.Definitions.RetractAsync("cron", Cancel);
    }

    [Fact]
    public async Task Should_act_on_two_thousand_at_once_among_many()
    {
        await Host.PublishAsync(Flow.Sequence("crowd", Flow.Delay("d", "00:01:00"), Flow.WriteLine("a", "crowd")));
        await Parallel.ForAsync(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancel }, async (i, _) => await Host.StartInstanceAsync("crowd", $"crowd-{i}"));

        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var fired = await Host.Get<TimerService>().RunDueAsync(Cancel);

        Assert.Equal(2000, fired);
        await using var db = Host.Read();
        Assert.Equal(2000, await db.WorkflowInstances.CountAsync(i => i.DefinitionId == "crowd" && i.Status == WorkflowStatus.Finished, Cancel));
    }

    [Fact]
    public async Task Should_wake_for_something_that_becomes_due_earlier()
    {
        await Host.PublishAsync(Flow.Sequence("far", Flow.Delay("d", "10.00:00:00")));
        await Host.PublishAsync(Flow.Sequence("near", Flow.Delay("d", "00:00:00"), Flow.WriteLine("a", "near")));
        var far = await Host.StartInstanceAsync("far");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = Host.Get<TimerService>().RunAsync(stop.Token);

        var near = await Host.StartInstanceAsync("near");
        while ((await Host.StateAsync(near.InstanceId)).Status == WorkflowStatus.Running)
        {
            await Task.Yield();
        }

        await stop.CancelAsync();
        await running;
        await Host.Runtime.DeleteAsync(far.InstanceId, Cancel);
    }

    private static System.Text.Json.Nodes.JsonObject Cron(string expression)
    {
        var cron = Flow.Activity("c", "Elsa.Cron", ("cronExpression", "String", expression));
        cron["customProperties"] = new System.Text.Json.Nodes.JsonObject { ["canStartWorkflow"] = true };
        return cron;
    }
}

public sealed class TimerTestsOnSqlite(SqliteDatabase database) : TimerTests(database), IClassFixture<SqliteDatabase>;

public sealed class TimerTestsOnPostgres(PostgresDatabase database) : TimerTests(database), IClassFixture<PostgresDatabase>;
