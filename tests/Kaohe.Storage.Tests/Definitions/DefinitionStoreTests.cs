using Kaohe.Storage.Definitions;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Runtime;
using Kaohe.Storage.Tests.Given;
using Kaohe.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tests.Definitions;

public abstract class DefinitionStoreTests(TestDatabase database) : StorageTests(database)
{
    private DefinitionQueries Queries => Host.Get<DefinitionQueries>();

    [Fact]
    public async Task Should_save_over_a_draft_and_behind_a_published_version()
    {
        var first = await Host.Definitions.SaveDraftAsync(Flow.Sequence("versions", Flow.WriteLine("a", "1")), cancellationToken: Cancel);
        var second = await Host.Definitions.SaveDraftAsync(Flow.Sequence("versions", Flow.WriteLine("a", "2")), cancellationToken: Cancel);
        await Host.Definitions.PublishAsync("versions", cancellationToken: Cancel);
        var third = await Host.Definitions.SaveDraftAsync(Flow.Sequence("versions", Flow.WriteLine("a", "3")), cancellationToken: Cancel);

        Assert.Equal((first.Id, 1, true, false), (second.Id, second.Version, second.IsLatest, second.IsPublished));
        Assert.Equal((2, true, false), (third.Version, third.IsLatest, third.IsPublished));
        Assert.Equal([(1, false, true), (2, true, false)], await VersionsAsync("versions"));
    }

    [Fact]
    public async Task Should_keep_exactly_one_latest_and_at_most_one_published_under_many_hands()
    {
        await Host.PublishAsync(Flow.Sequence("hands", Flow.WriteLine("a", "0")));

        await Parallel.ForAsync(0, 24, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel }, async (i, cancel) =>
        {
            await Host.Definitions.SaveDraftAsync(Flow.Sequence("hands", Flow.WriteLine("a", $"{i}")), cancellationToken: cancel);
            await Host.Definitions.PublishAsync("hands", cancellationToken: cancel);
        });

        var versions = await VersionsAsync("hands");
        Assert.Single(versions, v => v.Latest);
        Assert.Single(versions, v => v.Published);
        Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(v => v.Version));
    }

    [Fact]
    public async Task Should_change_nothing_more_when_a_write_is_repeated()
    {
        var created = await Host.Definitions.SaveDraftAsync(Flow.Sequence("", Flow.WriteLine("a", "新建")), cancellationToken: Cancel);
        var repeated = await Host.Definitions.SaveDraftAsync(Flow.Sequence("", Flow.WriteLine("a", "新建")), cancellationToken: Cancel);
        var other = await Host.Definitions.SaveDraftAsync(Flow.Sequence("", Flow.WriteLine("a", "另一个")), cancellationToken: Cancel);
        var published = await Host.Definitions.SaveAndPublishAsync(Flow.Sequence("repeat", Flow.WriteLine("a", "1")), cancellationToken: Cancel);
        var again = await Host.Definitions.SaveAndPublishAsync(Flow.Sequence("repeat", Flow.WriteLine("a", "1")), cancellationToken: Cancel);
        var more = await Host.Definitions.PublishAsync("repeat", cancellationToken: Cancel);

        Assert.Equal(created.Id, repeated.Id);
        Assert.NotEqual(created.DefinitionId, other.DefinitionId);
        Assert.Equal((false, true, true), (published.AlreadyPublished, again.AlreadyPublished, more.AlreadyPublished));
        Assert.Equal([(1, true, true)], await VersionsAsync("repeat"));
    }

    [Fact]
    public async Task Should_not_publish_what_the_check_refuses_and_say_all_of_it()
    {
        await Host.Definitions.SaveDraftAsync(Flow.Sequence("refused", Flow.Event("e", "Start", starts: true)), cancellationToken: Cancel);

        var result = await Host.Definitions.PublishAsync(
            "refused",
            (_, _) => Task.FromResult<IReadOnlyList<DefinitionProblem>>([new("root", "第一个问题"), new("root", "第二个问题"), new("root", "只是提醒", IsError: false)]),
            Cancel);

        Assert.True(result.HasErrors);
        Assert.Equal(["第一个问题", "第二个问题", "只是提醒"], result.Problems.Select(p => p.Message));
        Assert.Equal([(1, true, false)], await VersionsAsync("refused"));
        await using var db = Host.Read();
        Assert.Empty(await db.Triggers.Where(t => t.DefinitionId == "refused").ToListAsync(Cancel));
    }

    [Fact]
    public async Task Should_exchange_triggers_together_with_the_published_version()
    {
        await Host.PublishAsync(Flow.Sequence("triggered", Flow.Event("e", "Old", starts: true), Flow.WriteLine("a", "old")));
        await Host.PublishAsync(Flow.Sequence("triggered", Flow.Event("e", "New", starts: true), Flow.WriteLine("a", "new")));

        var old = await Host.Runtime.PublishEventAsync("Old", cancellationToken: Cancel);
        var current = await Host.Runtime.PublishEventAsync("New", cancellationToken: Cancel);
        await Host.Definitions.RetractAsync("triggered", Cancel);
        var retracted = await Host.Runtime.PublishEventAsync("New", cancellationToken: Cancel);

        Assert.Equal((0, 1, 0), (old.Started.Count, current.Started.Count, retracted.Started.Count));
        Assert.Equal(2, current.Started[0].State!.DefinitionVersion);
        Assert.Equal(RunOutcome.NotFound, (await Host.StartInstanceAsync("triggered")).Outcome);
    }

    [Fact]
    public async Task Should_not_put_a_timer_off_by_publishing_again()
    {
        await Host.PublishAsync(Flow.Sequence("put-off", Flow.Timer("t", "01:00:00"), Flow.WriteLine("a", "1")));
        Host.Clock.Advance(TimeSpan.FromMinutes(59));
        await Host.PublishAsync(Flow.Sequence("put-off", Flow.Timer("t", "01:00:00"), Flow.WriteLine("a", "2")));

        Assert.Equal(1, await Host.AdvanceAsync(TimeSpan.FromMinutes(1)));
        await Host.Definitions.RetractAsync("put-off", Cancel);
        Assert.Contains("2", Host.Lines.All);
    }

    [Fact]
    public async Task Should_let_a_running_instance_keep_its_version()
    {
        await Host.PublishAsync(Flow.Sequence("pinned", Flow.RunTask("t"), Flow.WriteLine("a", "version 1")));
        var started = await Host.StartInstanceAsync("pinned");
        await Host.PublishAsync(Flow.Sequence("pinned", Flow.RunTask("t"), Flow.WriteLine("a", "version 2")));

        await Host.Runtime.ResumeAsync(new ResumeRequest { InstanceId = started.InstanceId, BookmarkId = started.State!.Bookmarks.Single().Id }, Cancel);
        await Host.SettleAsync();

        Assert.Equal(["version 1"], Host.Lines.Of(started.InstanceId));
    }

    [Fact]
    public async Task Should_revert_to_the_content_of_an_older_version()
    {
        await Host.PublishAsync(Flow.Sequence("revert", Flow.WriteLine("a", "first")));
        await Host.PublishAsync(Flow.Sequence("revert", Flow.WriteLine("a", "second")));

        var draft = await Host.Definitions.RevertAsync("revert", 1, Cancel);

        Assert.Equal((3, false), (draft!.Version, draft.IsPublished));
        Assert.Contains("first", DefinitionJson.Write(draft), StringComparison.Ordinal);
        Assert.Null(await Host.Definitions.RevertAsync("revert", 9, Cancel));
    }

    [Fact]
    public async Task Should_not_delete_what_an_instance_needs()
    {
        var first = await Host.PublishAsync(Flow.Sequence("needed", Flow.RunTask("t")));
        var started = await Host.StartInstanceAsync("needed");
        var draft = await Host.Definitions.SaveDraftAsync(Flow.Sequence("needed", Flow.WriteLine("a", "draft")), cancellationToken: Cancel);

        Assert.Equal(new DeleteResult(0, 1), await Host.Definitions.DeleteAsync("needed", Cancel));
        Assert.Equal(new DeleteResult(0, 1), await Host.Definitions.DeleteVersionAsync(first.Id, Cancel));
        Assert.Equal(new DeleteResult(1, 0), await Host.Definitions.DeleteVersionAsync(draft.Id, Cancel));
        Assert.Equal([(1, true, true)], await VersionsAsync("needed"));

        await Host.Runtime.DeleteAsync(started.InstanceId, Cancel);
        Assert.Equal(new DeleteResult(1, 0), await Host.Definitions.DeleteAsync("needed", Cancel));
        Assert.Empty(await VersionsAsync("needed"));
    }

    [Fact]
    public async Task Should_list_filter_order_and_page()
    {
        for (var i = 0; i < 5; i++)
        {
            Host.Clock.Advance(TimeSpan.FromMinutes(1));
            await Host.Definitions.SaveDraftAsync(Flow.Sequence($"list-{i}", Flow.WriteLine("a", "x")), cancellationToken: Cancel);
        }

        await Host.Definitions.PublishAsync("list-3", cancellationToken: Cancel);
        await Host.Definitions.SaveDraftAsync(Flow.Sequence("list-3", Flow.WriteLine("a", "y")), cancellationToken: Cancel);
        var search = new DefinitionFilter { SearchTerm = "LIST-", Versions = VersionSelection.Latest, OrderBy = DefinitionOrder.Name };

        var page = await Queries.ListAsync(search with { Descending = true }, PageRequest.Number(1, 2), Cancel);
        var published = await Queries.ListAsync(search with { Versions = VersionSelection.Published }, new PageRequest(), Cancel);
        var drafts = await Queries.ListAsync(search with { Versions = VersionSelection.Draft }, new PageRequest(), Cancel);
        var all = await Queries.ListAsync(search with { Versions = VersionSelection.All, DefinitionIds = ["list-3"] }, new PageRequest(), Cancel);

        Assert.Equal((5, "list-2,list-1"), (page.TotalCount, string.Join(',', page.Items.Select(d => d.DefinitionId))));
        Assert.Equal("list-3", Assert.Single(published.Items).DefinitionId);
        Assert.Equal((5, 2), (drafts.TotalCount, all.TotalCount));
        Assert.Equal(2, (await Queries.FindAsync("list-3", VersionSelection.Latest, Cancel))!.Version);
        Assert.Equal(1, (await Queries.FindAsync("list-3", VersionSelection.Of(1), Cancel))!.Version);
        Assert.False(await Queries.IsNameUniqueAsync("list-1", null, Cancel));
        Assert.True(await Queries.IsNameUniqueAsync("list-1", "list-1", Cancel));
    }

    private async Task<List<(int Version, bool Latest, bool Published)>> VersionsAsync(string definitionId)
    {
        var page = await Queries.ListAsync(new DefinitionFilter { DefinitionIds = [definitionId], OrderBy = DefinitionOrder.Version }, new PageRequest(), Cancel);
        return [.. page.Items.Select(d => (d.Version, d.IsLatest, d.IsPublished))];
    }
}

public sealed class DefinitionStoreTestsOnSqlite(SqliteDatabase database) : DefinitionStoreTests(database), IClassFixture<SqliteDatabase>;

public sealed class DefinitionStoreTestsOnPostgres(PostgresDatabase database) : DefinitionStoreTests(database), IClassFixture<PostgresDatabase>;
