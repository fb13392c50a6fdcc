using System.Linq.Expressions;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Runtime;
using Kaohe.Storage.Tests.Given;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tests.Instances;

public abstract class InstanceTests(TestDatabase database) : StorageTests(database)
{
    private InstanceQueries Queries => Host.Get<InstanceQueries>();

    private InstanceEditor Editor => Host.Get<InstanceEditor>();

    [Fact]
    public async Task Should_list_filter_order_and_page()
    {
        await Host.PublishAsync(Flow.Sequence("listed", Flow.RunTask("t")));
        await Host.PublishAsync(Flow.Sequence("listed-over", Flow.WriteLine("a", "a")));
        var middle = Host.Clock.GetUtcNow();
        for (var i = 0; i < 6; i++)
        {
            Host.Clock.Advance(TimeSpan.FromMinutes(1));
            middle = i == 3 ? Host.Clock.GetUtcNow() : middle;
            await Host.StartInstanceAsync(i % 2 == 0 ? "listed" : "listed-over", $"listed-{i}", correlationId: $"单位{i}");
        }

        var filter = new InstanceFilter { DefinitionIds = ["listed", "listed-over"] };
        var page = await Queries.ListAsync(filter, PageRequest.Number(1, 2), Cancel);
        var running = await Queries.ListAsync(filter with { Statuses = [WorkflowStatus.Running], OrderBy = InstanceOrder.LastExecuted, Descending = false }, new PageRequest(), Cancel);
        var since = await Queries.ListAsync(filter with { Times = [new(InstanceTime.CreatedAt, ExpressionType.GreaterThanOrEqual, middle)] }, new PageRequest(), Cancel);
        var finished = await Queries.ListAsync(filter with { Times = [new(InstanceTime.FinishedAt, ExpressionType.LessThan, middle.AddYears(1))] }, new PageRequest(), Cancel);
        var found = await Queries.ListAsync(filter with { SearchTerm = "单位4", SubStatuses = [WorkflowSubStatus.Suspended], HasIncidents = false }, new PageRequest(), Cancel);

        Assert.Equal((6, "listed-3,listed-2"), (page.TotalCount, string.Join(',', page.Items.Select(i => i.Id))));
        Assert.Equal("listed-0,listed-2,listed-4", string.Join(',', running.Items.Select(i => i.Id)));
        Assert.Equal((3, 3), (since.TotalCount, finished.TotalCount));
        Assert.Equal("listed-4", Assert.Single(found.Items).Id);
    }

    [Fact]
    public async Task Should_show_journal_executions_stats_and_call_stack()
    {
        await Host.PublishAsync(Flow.Sequence("shown", Flow.WriteLine("a", "内容"), Flow.RunTask("t")));
        var id = (await Host.StartInstanceAsync("shown")).InstanceId;

        var journal = await Queries.JournalAsync(id, new JournalFilter { ExcludedActivityTypes = ["Elsa.Workflow", "Elsa.Sequence"], EventNames = ["Completed"] }, new PageRequest(), Cancel);
        var line = await Queries.LastJournalAsync(id, "t", Cancel);
        var executions = await Queries.ExecutionsAsync(id, "Workflow1:seq:a", new PageRequest(), Cancel);
        var stats = await Queries.StatsAsync(id, ["Workflow1:seq:a", "Workflow1:seq:t"], Cancel);
        var stack = await Queries.CallStackAsync(executions.Items.Single().Id, Cancel);

        Assert.Contains("内容", Assert.Single(journal.Items).ActivityState, StringComparison.Ordinal);
        Assert.Equal("Suspended", line!.EventName);
        Assert.Equal(ActivityStatus.Completed, executions.Items.Single().Status);
        Assert.Equal([("a", 1, 0, false), ("t", 0, 1, true)], stats.OrderBy(s => s.ActivityId).Select(s => (s.ActivityId, s.Completed, s.Uncompleted, s.IsBlocked)));
        Assert.Equal(["a", "seq", "Workflow1"], stack.Select(e => e.ActivityId));
    }

    [Fact]
    public async Task Should_migrate_a_running_instance_with_a_mapping_after_a_preview()
    {
        await Host.PublishAsync(Flow.Sequence("migrated", Flow.RunTask("old"), Flow.WriteLine("a", "version 1")));
        var started = await Host.StartInstanceAsync("migrated");
        var target = await Host.PublishAsync(Flow.Sequence("migrated", Flow.RunTask("renamed"), Flow.WriteLine("a", "version 2")));
        var mapping = new Dictionary<string, string?> { ["Workflow1:seq:old"] = "Workflow1:seq:renamed" };

        var unmapped = await Editor.PreviewMigrationAsync(started.InstanceId, target.Id, new Dictionary<string, string?>(), Cancel);
        var preview = await Editor.PreviewMigrationAsync(started.InstanceId, target.Id, mapping, Cancel);
        var before = await Host.StateAsync(started.InstanceId);
        var done = await Editor.MigrateAsync(started.InstanceId, target.Id, mapping, preview!.Token, Cancel);
        await Assert.ThrowsAsync<ConflictException>(() => Editor.SetVariablesAsync(started.InstanceId, new Dictionary<string, object?> { ["v-R"] = 1 }, preview.Token, Cancel));

        Assert.False(unmapped!.Plan.IsPossible);
        Assert.Equal(1, before.DefinitionVersion);
        Assert.True(done!.Plan.IsPossible);
        await using (var db = Host.Read())
        {
            Assert.Equal("Workflow1:seq:renamed", (await db.Bookmarks.SingleAsync(b => b.WorkflowInstanceId == started.InstanceId, Cancel)).ActivityNodeId);
            var row = await db.WorkflowInstances.SingleAsync(i => i.Id == started.InstanceId, Cancel);
            Assert.Equal((2, target.Id, 2L), (row.DefinitionVersion, row.DefinitionVersionId, row.Token));
        }

        await Host.Runtime.ResumeAsync(new ResumeRequest { InstanceId = started.InstanceId, BookmarkId = started.State!.Bookmarks.Single().Id }, Cancel);
        await Host.SettleAsync();
        Assert.Equal(["version 2"], Host.Lines.Of(started.InstanceId));
        Assert.Equal("由版本 1 迁移到版本 2。", (await Queries.JournalAsync(started.InstanceId, new JournalFilter { EventNames = ["Migrated"] }, new PageRequest(), Cancel)).Items.Single().Message);
    }

    [Fact]
    public async Task Should_refuse_a_migration_after_the_instance_has_moved_on()
    {
        await Host.PublishAsync(Flow.Sequence("moved-on", Flow.RunTask("t"), Flow.RunTask("u"), Flow.WriteLine("a", "1")));
        var started = await Host.StartInstanceAsync("moved-on");
        var target = await Host.PublishAsync(Flow.Sequence("moved-on", Flow.RunTask("t"), Flow.RunTask("u"), Flow.WriteLine("a", "2")));
        var preview = await Editor.PreviewMigrationAsync(started.InstanceId, target.Id, new Dictionary<string, string?>(), Cancel);
        await Host.Runtime.ResumeAsync(new ResumeRequest { InstanceId = started.InstanceId, BookmarkId = started.State!.Bookmarks.Single().Id }, Cancel);

        await Assert.ThrowsAsync<ConflictException>(() => Editor.MigrateAsync(started.InstanceId, target.Id, new Dictionary<string, string?>(), preview!.Token, Cancel));

        Assert.Equal(1, (await Host.StateAsync(started.InstanceId)).DefinitionVersion);
    }

    [Fact]
    public async Task Should_set_variables_that_later_activities_see()
    {
        await Host.PublishAsync(Flow.Sequence("variables", Flow.Event("e", "Go on"), Flow.WriteScript("a", "`值 ${getR()}`")));
        var started = await Host.StartInstanceAsync("variables");
        var detail = await Queries.FindAsync(started.InstanceId, Cancel);

        Assert.True(await Editor.SetVariablesAsync(started.InstanceId, new Dictionary<string, object?> { ["v-R"] = 88.5m }, detail!.Token, Cancel));
        await Host.Runtime.PublishEventAsync("Go on", cancellationToken: Cancel);
        await Host.SettleAsync();

        Assert.Equal(["值 88.5"], Host.Lines.Of(started.InstanceId));
    }
}

public sealed class InstanceTestsOnSqlite(SqliteDatabase database) : InstanceTests(database), IClassFixture<SqliteDatabase>;

public sealed class InstanceTestsOnPostgres(PostgresDatabase database) : InstanceTests(database), IClassFixture<PostgresDatabase>;
