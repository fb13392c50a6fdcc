using Kaohe.Storage.Outbox;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Runtime;
using Kaohe.Storage.Runtime.Effects;
using Kaohe.Storage.Tests.Given;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tests.Runtime;

public abstract class StimulusTests(TestDatabase database) : StorageTests(database)
{
    [Fact]
    public async Task Should_start_what_an_event_starts_and_resume_all_who_wait()
    {
        await Host.PublishAsync(Flow.Sequence("starts", Flow.Event("e", "Go", starts: true), Flow.WriteLine("a", "started")));
        await Host.PublishAsync(Flow.Sequence("waits", Flow.Event("e", "Go"), Flow.WriteLine("a", "resumed")));
        var waiting = new[] { await Host.StartInstanceAsync("waits"), await Host.StartInstanceAsync("waits") };

        var answer = await Host.Runtime.PublishEventAsync("Go", cancellationToken: Cancel);
        await Host.SettleAsync();

        var started = Assert.Single(answer.Started);
        Assert.Equal(["started"], Host.Lines.Of(started.InstanceId));
        Assert.All(waiting, w => Assert.Equal(["resumed"], Host.Lines.Of(w.InstanceId)));
        Assert.Equal((2, false), (answer.Resumed.Count, answer.Queued));
    }

    [Fact]
    public async Task Should_reach_only_the_correlated_instances_even_when_the_correlation_was_set_on_the_way()
    {
        await Host.PublishAsync(Flow.Sequence(
            "correlated", Flow.Activity("c", "Elsa.Correlate", ("correlationId", "String", "unit-7")), Flow.Event("e", "Marked"), Flow.WriteLine("a", "reached")));
        await Host.PublishAsync(Flow.Sequence("other", Flow.Event("e", "Marked"), Flow.WriteLine("a", "reached")));
        var mine = await Host.StartInstanceAsync("correlated", correlationId: "unit-1");
        var other = await Host.StartInstanceAsync("other", correlationId: "unit-8");

        await Host.Runtime.PublishEventAsync("Marked", correlationId: "unit-7", cancellationToken: Cancel);
        await Host.SettleAsync();

        Assert.Equal(["reached"], Host.Lines.Of(mine.InstanceId));
        Assert.Empty(Host.Lines.Of(other.InstanceId));
    }

    [Fact]
    public async Task Should_deliver_a_published_event_after_the_burst_that_published_it()
    {
        await Host.PublishAsync(Flow.Sequence("hears", Flow.Event("e", "Said"), Flow.WriteLine("a", "heard")));
        await Host.PublishAsync(Flow.Sequence("says", Flow.PublishEvent("p", "Said"), Flow.WriteLine("a", "said")));
        var hearing = await Host.StartInstanceAsync("hears");

        await Host.StartInstanceAsync("says");
        Assert.Empty(Host.Lines.Of(hearing.InstanceId));
        await Host.SettleAsync();

        Assert.Equal(["heard"], Host.Lines.Of(hearing.InstanceId));
    }

    [Fact]
    public async Task Should_keep_an_early_report_until_somebody_waits_for_it()
    {
        await Host.PublishAsync(Flow.Sequence("late", Flow.Event("e", "Early"), Flow.WriteLine("a", "in time")));
        var answer = await Host.Runtime.PublishEventAsync("Early", cancellationToken: Cancel);
        await Host.SettleAsync();

        var late = await Host.StartInstanceAsync("late");
        await Host.SettleAsync();

        Assert.True(answer.Queued);
        Assert.Equal(["in time"], Host.Lines.Of(late.InstanceId));
        Assert.Equal(WorkflowStatus.Finished, (await Host.StateAsync(late.InstanceId)).Status);
    }

    [Fact]
    public async Task Should_give_up_a_stimulus_after_ten_minutes_and_let_an_operator_replay_it()
    {
        await Host.PublishAsync(Flow.Sequence("much-later", Flow.Event("e", "Forgotten"), Flow.WriteLine("a", "after all")));
        await Host.Runtime.PublishEventAsync("Forgotten", cancellationToken: Cancel);
        for (var seconds = 0; seconds <= 600; seconds += 30)
        {
            await Host.SettleAsync();
            Host.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        var store = Host.Get<OutboxStore>();
        var dead = Assert.Single((await store.ListAsync(new OutboxFilter { Status = OutboxStatus.Dead, Kind = RuntimeEffectKinds.Stimulus }, new PageRequest(), Cancel)).Items);
        Assert.Equal("在有效期内没有流程等待这个事件。", dead.Reason);

        var waiting = await Host.StartInstanceAsync("much-later");
        await Host.SettleAsync();
        Assert.Empty(Host.Lines.Of(waiting.InstanceId));
        await store.ReplayAsync(dead.Id, Cancel);
        await Host.SettleAsync();
        Assert.Equal(["after all"], Host.Lines.Of(waiting.InstanceId));
    }

    [Fact]
    public async Task Should_start_once_when_a_stimulus_with_a_key_is_repeated()
    {
        await Host.PublishAsync(Flow.Sequence("keyed", Flow.Event("e", "Keyed", starts: true), Flow.RunTask("t")));

        var first = await Host.Runtime.PublishEventAsync("Keyed", key: "letter-1", cancellationToken: Cancel);
        var second = await Host.Runtime.PublishEventAsync("Keyed", key: "letter-1", cancellationToken: Cancel);

        Assert.Equal((RunOutcome.Ran, RunOutcome.AlreadyDone), (first.Started.Single().Outcome, second.Started.Single().Outcome));
        await using var db = Host.Read();
        Assert.Equal(1, await db.WorkflowInstances.CountAsync(i => i.DefinitionId == "keyed", Cancel));
    }
}

public sealed class StimulusTestsOnSqlite(SqliteDatabase database) : StimulusTests(database), IClassFixture<SqliteDatabase>;

public sealed class StimulusTestsOnPostgres(PostgresDatabase database) : StimulusTests(database), IClassFixture<PostgresDatabase>;
