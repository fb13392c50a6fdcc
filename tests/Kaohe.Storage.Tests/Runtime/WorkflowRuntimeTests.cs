using Kaohe.Storage.Outbox;
using Kaohe.Storage.Runtime;
using Kaohe.Storage.Tests.Given;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tests.Runtime;

public abstract class WorkflowRuntimeTests(TestDatabase database) : StorageTests(database)
{
    [Fact]
    public async Task Should_keep_everything_a_burst_did()
    {
        await Host.PublishAsync(Flow.Sequence("kept", Flow.WriteLine("a", "开始"), Flow.RunTask("t"), Flow.WriteScript("b", "`结果 ${getR()}`")));

        var started = await Host.StartInstanceAsync("kept", correlationId: "unit-1");

        await using var db = Host.Read();
        var row = await db.WorkflowInstances.SingleAsync(i => i.Id == started.InstanceId, Cancel);
        Assert.Equal((WorkflowStatus.Running, WorkflowSubStatus.Suspended, "unit-1", 1L), (row.Status, row.SubStatus, row.CorrelationId, row.Token));
        var bookmark = await db.Bookmarks.SingleAsync(b => b.WorkflowInstanceId == row.Id, Cancel);
        Assert.Equal(("Elsa.RunTask", "t", "unit-1"), (bookmark.Name, bookmark.ActivityId, bookmark.CorrelationId));
        var journal = await db.Journal.Where(j => j.WorkflowInstanceId == row.Id).OrderBy(j => j.Sequence).Select(j => j.ActivityId + " " + j.EventName).ToListAsync(Cancel);
        Assert.Equal(["Workflow1 Started", "seq Started", "a Started", "a Completed", "t Started", "t Suspended"], journal);
        Assert.Equal(["Elsa.WriteLine", "Elsa.RunTask"], await db.Outbox.Where(o => o.WorkflowInstanceId == row.Id).OrderBy(o => o.Id).Select(o => o.Kind).ToListAsync(Cancel));
        Assert.Equal(4, await db.ActivityExecutions.CountAsync(e => e.WorkflowInstanceId == row.Id, Cancel));
    }

    [Fact]
    public async Task Should_go_on_from_the_stored_state_to_the_end()
    {
        await Host.PublishAsync(Flow.Sequence("goes-on", Flow.RunTask("t"), Flow.WriteScript("b", "`结果 ${getR()}`")));
        var id = (await Host.StartInstanceAsync("goes-on")).InstanceId;
        var task = (await Host.StateAsync(id)).Bookmarks.Single();

        var answer = await Host.Runtime.ReportTaskAsync(((Dictionary<string, object?>)task.Payload!)["TaskId"]!.ToString()!, "同意", Cancel);
        await Host.SettleAsync();

        Assert.Equal(RunOutcome.Ran, Assert.Single(answer.Resumed).Outcome);
        Assert.Equal(["结果 同意"], Host.Lines.Of(id));
        await using var db = Host.Read();
        var row = await db.WorkflowInstances.SingleAsync(i => i.Id == id, Cancel);
        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Finished, 2L), (row.Status, row.SubStatus, row.Token));
        Assert.NotNull(row.FinishedAt);
        Assert.Empty(await db.Bookmarks.Where(b => b.WorkflowInstanceId == id).ToListAsync(Cancel));
        Assert.All(await db.Outbox.Where(o => o.WorkflowInstanceId == id).ToListAsync(Cancel), o => Assert.Equal((OutboxStatus.Delivered, null), (o.Status, o.Payload)));
    }

    [Fact]
    public async Task Should_start_once_whoever_asks_again()
    {
        await Host.PublishAsync(Flow.Sequence("once", Flow.WriteLine("a", "once"), Flow.RunTask("t")));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Host.StartInstanceAsync("once", "once-1")));
        await Host.SettleAsync();

        Assert.Single(answers, a => a.Outcome == RunOutcome.Ran);
        Assert.Equal(19, answers.Count(a => a.Outcome == RunOutcome.AlreadyDone));
        Assert.Equal(["once"], Host.Lines.Of("once-1"));
    }

    [Fact]
    public async Task Should_run_the_rest_once_when_a_bookmark_is_resumed_twice_at_once()
    {
        const int Pairs = 1000;
        await Host.PublishAsync(Flow.Sequence("pair", Flow.RunTask("t"), Flow.WriteLine("b", "after")));
        var bookmarks = new List<(string InstanceId, string BookmarkId)>();
        for (var i = 0; i < Pairs; i++)
        {
            var started = await Host.StartInstanceAsync("pair", $"pair-{i}");
            bookmarks.Add((started.InstanceId, started.State!.Bookmarks.Single().Id));
        }

        var answers = new RunResult[Pairs * 2];
        await Parallel.ForAsync(0, Pairs * 2, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancel }, async (i, cancel) =>
            answers[i] = await Host.Runtime.ResumeAsync(new ResumeRequest { InstanceId = bookmarks[i / 2].InstanceId, BookmarkId = bookmarks[i / 2].BookmarkId }, cancel));
        await Host.SettleAsync();

        Assert.Equal(Pairs, answers.Count(a => a.Outcome == RunOutcome.Ran));
        Assert.Equal(Pairs, answers.Count(a => a.Outcome is RunOutcome.AlreadyDone or RunOutcome.NotRunning));
        Assert.All(bookmarks, b => Assert.Equal(["after"], Host.Lines.Of(b.InstanceId)));
        await using var db = Host.Read();
        Assert.Equal(Pairs, await db.Journal.CountAsync(j => j.WorkflowInstanceId.StartsWith("pair-") && j.ActivityId == "b" && j.EventName == "Completed", Cancel));
    }

    [Fact]
    public async Task Should_commit_all_of_a_burst_or_nothing()
    {
        await Host.PublishAsync(Flow.Sequence("whole", Flow.RunTask("t"), Flow.WriteLine("b", "after"), Flow.RunTask("u")));
        var started = await Host.StartInstanceAsync("whole");
        var request = new ResumeRequest { InstanceId = started.InstanceId, BookmarkId = started.State!.Bookmarks.Single().Id };
        var before = await CountsAsync(started.InstanceId);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Host.Runtime.ResumeAsync(
            request with { Alongside = (_, _) => throw new InvalidOperationException("the last write of the transaction fails") }, Cancel));

        Assert.Equal(before, await CountsAsync(started.InstanceId));
        Assert.Equal(RunOutcome.Ran, (await Host.Runtime.ResumeAsync(request, Cancel)).Outcome);
        Assert.NotEqual(before, await CountsAsync(started.InstanceId));
    }

    [Fact]
    public async Task Should_commit_the_work_alongside_only_with_the_burst_that_ran()
    {
        await Host.PublishAsync(Flow.Sequence("alongside", Flow.RunTask("t")));
        var started = await Host.StartInstanceAsync("alongside");
        var user = new Kaohe.Storage.Identity.KaoheUser { DisplayName = "办结" };
        Task<RunResult> ResumeAsync() => Host.Runtime.ResumeAsync(
            new ResumeRequest
            {
                InstanceId = started.InstanceId,
                BookmarkId = started.State!.Bookmarks.Single().Id,
                Alongside = async (db, cancel) => await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount + 1), cancel),
            },
            Cancel);
        await Host.Lane.RunAsync((db, _) => Task.FromResult(db.Users.Add(user).Entity.Id), Cancel);

        await Task.WhenAll(ResumeAsync(), ResumeAsync(), ResumeAsync());

        await using var db = Host.Read();
        Assert.Equal(1, (await db.Users.SingleAsync(u => u.Id == user.Id, Cancel)).AccessFailedCount);
    }

    [Fact]
    public async Task Should_answer_what_cannot_be_done_by_name()
    {
        await Host.PublishAsync(Flow.Sequence("over", Flow.WriteLine("a", "a")));
        var over = await Host.StartInstanceAsync("over");

        Assert.Equal(RunOutcome.NotFound, (await Host.StartInstanceAsync("nowhere")).Outcome);
        Assert.Equal(RunOutcome.NotFound, (await Host.Runtime.ResumeAsync(new ResumeRequest { InstanceId = "nobody", BookmarkId = "b" }, Cancel)).Outcome);
        Assert.Equal(RunOutcome.NotRunning, (await Host.Runtime.ResumeAsync(new ResumeRequest { InstanceId = over.InstanceId, BookmarkId = "b" }, Cancel)).Outcome);
        Assert.Equal(RunOutcome.NotRunning, (await Host.Runtime.CancelAsync(over.InstanceId, null, cancellationToken: Cancel)).Outcome);
    }

    [Fact]
    public async Task Should_retry_a_fault_from_the_faulted_activity()
    {
        await Host.PublishAsync(Flow.Sequence("faulty", Flow.WriteLine("a", "before"), Flow.RunTask("t"), Flow.WriteScript("b", "getR() === '好' ? '通过' : (() => { throw new Error('还不行'); })()")));
        var started = await Host.StartInstanceAsync("faulty");
        var resumed = await Host.Runtime.ResumeAsync(
            new ResumeRequest { InstanceId = started.InstanceId, BookmarkId = started.State!.Bookmarks.Single().Id }, Cancel);
        await using (var db = Host.Read())
        {
            Assert.Equal(WorkflowSubStatus.Faulted, (await db.WorkflowInstances.SingleAsync(i => i.Id == started.InstanceId, Cancel)).SubStatus);
            Assert.Equal("b", (await db.Incidents.SingleAsync(i => i.WorkflowInstanceId == started.InstanceId, Cancel)).ActivityId);
        }

        var again = await Host.Runtime.RetryAsync(started.InstanceId, cancellationToken: Cancel);

        Assert.Equal(WorkflowSubStatus.Faulted, resumed.State!.SubStatus);
        Assert.Equal((RunOutcome.Ran, 1), (again.Outcome, again.State!.Incidents.Count));
        Assert.Single((await Host.StateAsync(started.InstanceId)).Incidents);
    }

    [Fact]
    public async Task Should_cancel_an_instance_and_the_children_that_run()
    {
        await Host.PublishAsync(Flow.Sequence("cancel-child", Flow.RunTask("t")));
        await Host.PublishAsync(Flow.Sequence("cancel-parent", Flow.Dispatch("d", "cancel-child", wait: true)));
        var parent = await Host.StartInstanceAsync("cancel-parent");
        await Host.SettleAsync();

        var answer = await Host.Runtime.CancelAsync(parent.InstanceId, "撤销", cancellationToken: Cancel);
        await Host.SettleAsync();

        await using var db = Host.Read();
        var child = await db.WorkflowInstances.SingleAsync(i => i.ParentInstanceId == parent.InstanceId, Cancel);
        Assert.Equal((RunOutcome.Ran, WorkflowSubStatus.Cancelled, WorkflowSubStatus.Cancelled), (answer.Outcome, answer.State!.SubStatus, child.SubStatus));
        Assert.Empty(await db.Bookmarks.Where(b => b.WorkflowInstanceId == parent.InstanceId || b.WorkflowInstanceId == child.Id).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Should_delete_an_instance_with_all_that_belongs_to_it()
    {
        await Host.PublishAsync(Flow.Sequence("deleted", Flow.WriteLine("a", "a"), Flow.RunTask("t")));
        var started = await Host.StartInstanceAsync("deleted");

        Assert.True(await Host.Runtime.DeleteAsync(started.InstanceId, Cancel));
        Assert.False(await Host.Runtime.DeleteAsync(started.InstanceId, Cancel));

        Assert.Equal((0, 0, 0, 0), await CountsAsync(started.InstanceId));
    }

    [Fact]
    public async Task Should_let_children_run_and_come_back_to_their_parents()
    {
        await Host.PublishAsync(Flow.Sequence("child", Flow.WriteLine("c", "child"), Flow.RunTask("t")));
        await Host.PublishAsync(Flow.Sequence("parent-of-dispatched", Flow.Dispatch("d", "child", wait: true), Flow.WriteLine("z", "parent end")));
        await Host.PublishAsync(Flow.Sequence("parent-of-executed", Flow.Execute("e", "child", wait: true), Flow.WriteLine("z", "parent end")));

        foreach (var definitionId in new[] { "parent-of-dispatched", "parent-of-executed" })
        {
            var parent = await Host.StartInstanceAsync(definitionId);
            await Host.SettleAsync();
            await using var db = Host.Read();
            var child = await db.WorkflowInstances.AsNoTracking().SingleAsync(i => i.ParentInstanceId == parent.InstanceId, Cancel);
            Assert.Equal(WorkflowStatus.Running, (await Host.StateAsync(parent.InstanceId)).Status);
            var bookmark = (await Host.StateAsync(child.Id)).Bookmarks.Single();

            await Host.Runtime.ResumeAsync(new ResumeRequest { InstanceId = child.Id, BookmarkId = bookmark.Id }, Cancel);
            await Host.SettleAsync();

            Assert.Equal(WorkflowStatus.Finished, (await Host.StateAsync(parent.InstanceId)).Status);
            Assert.Equal(["child"], Host.Lines.Of(child.Id));
            Assert.Equal(["parent end"], Host.Lines.Of(parent.InstanceId));
        }
    }

    [Fact]
    public async Task Should_hold_a_singleton_to_one_running_instance()
    {
        var options = new System.Text.Json.Nodes.JsonObject { ["activationStrategyType"] = "Elsa.Workflows.ActivationValidators.SingletonStrategy, Elsa.Workflows.Core" };
        await Host.PublishAsync(Flow.SequenceWith(options, "singleton", Flow.RunTask("t")));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Host.StartInstanceAsync("singleton")));

        Assert.Single(answers, a => a.Outcome == RunOutcome.Ran);
        Assert.Equal(9, answers.Count(a => a.Outcome == RunOutcome.Refused));
    }

    private async Task<(int Journal, int Executions, int Bookmarks, int Outbox)> CountsAsync(string instanceId)
    {
        await using var db = Host.Read();
        return (
            await db.Journal.CountAsync(j => j.WorkflowInstanceId == instanceId, Cancel),
            await db.ActivityExecutions.CountAsync(e => e.WorkflowInstanceId == instanceId, Cancel),
            await db.Bookmarks.CountAsync(b => b.WorkflowInstanceId == instanceId, Cancel),
            await db.Outbox.CountAsync(o => o.WorkflowInstanceId == instanceId, Cancel));
    }
}

public sealed class WorkflowRuntimeTestsOnSqlite(SqliteDatabase database) : WorkflowRuntimeTests(database), IClassFixture<SqliteDatabase>;

public sealed class WorkflowRuntimeTestsOnPostgres(PostgresDatabase database) : WorkflowRuntimeTests(database), IClassFixture<PostgresDatabase>;
