using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Tasks;
using Kaohe.Storage.Tests.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Storage.Tests.Tasks;

public abstract class TaskInboxTests(TestDatabase database) : StorageTests(database)
{
    private GivenTasks? _given;

    private GivenTasks Given => _given ??= new(Host);

    private TaskInbox Inbox => Host.Get<TaskInbox>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Host.Lane.RunAsync(
            async (db, cancel) =>
            {
                await db.TaskEvents.ExecuteDeleteAsync(cancel);
                return await db.Tasks.ExecuteDeleteAsync(cancel);
            },
            Cancel);
    }

    [Fact]
    public async Task Should_show_what_one_has_and_what_one_may_claim_through_unit_post_and_role()
    {
        await Given.OpenAsync("unit", Candidate.OfUnit("xinfu"));
        await Given.OpenAsync("post", Candidate.OfPost("xinfu", PostCodes.Head));
        await Given.OpenAsync("role", Candidate.OfRole(Role.Unit.Code));
        await Given.OpenAsync("office", Candidate.OfRole(Role.Office.Code));
        await Given.OpenAsync("other", Candidate.OfUnit("daixian"));

        Assert.Equal(["post", "role", "unit"], await TodoAsync(GivenTasks.Head));
        Assert.Equal(["role", "unit"], await TodoAsync(GivenTasks.Clerk));
        Assert.Equal(["other", "role"], await TodoAsync(GivenTasks.Stranger));
        Assert.Equal(["office"], await TodoAsync(GivenTasks.Office));
        Assert.Empty(await TodoAsync(GivenTasks.Keeper));
    }

    [Fact]
    public async Task Should_take_a_task_out_of_the_others_inboxes_once_it_is_claimed()
    {
        await Given.OpenAsync("unit", Candidate.OfUnit("xinfu"));

        await Given.SendAsync("unit", new ClaimTask { OperationId = "1", Actor = Given.ActorOf(GivenTasks.Clerk), At = Host.Clock.GetUtcNow(), ExpectedRevision = 1 });

        Assert.Empty(await TodoAsync(GivenTasks.Head));
        Assert.Equal(["unit"], await TodoAsync(GivenTasks.Clerk));
    }

    [Fact]
    public async Task Should_show_a_proxy_what_the_delegation_covers_and_nothing_else()
    {
        await Given.OpenAsync(new NewTask { Id = "steps", Kind = "general", Title = "督查", StepCode = "Supervision", Candidates = [Candidate.OfUnit("xinfu")] });
        await Given.OpenAsync(new NewTask { Id = "held", Kind = "general", Title = "自查", StepCode = "SelfAssessment", Candidates = [Candidate.OfPerson("xinfu-head")] });
        await Given.OpenAsync("free", Candidate.OfUnit("xinfu"));
        Given.Delegations.Add(new Delegation
        {
            Id = "d1",
            Principal = GivenTasks.Head.Ref,
            Proxy = GivenTasks.Leader.Ref,
            From = new DateOnly(2026, 3, 1),
            To = new DateOnly(2026, 3, 10),
            Scope = new DelegationScope { StepCodes = ["Supervision", "SelfAssessment"] },
        });

        Assert.Equal(["held", "steps"], await TodoAsync(GivenTasks.Leader));
        Host.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Empty(await TodoAsync(GivenTasks.Leader));
    }

    [Fact]
    public async Task Should_show_a_proxy_signatures_only_of_the_documents_that_were_handed_over()
    {
        await DocumentAsync("d-notice", "督查通知");
        await DocumentAsync("d-result", "结果通报");
        await SignOffAsync("notice", "d-notice", "督查通知");
        await SignOffAsync("result", "d-result", "结果通报");
        await Given.OpenAsync("general", Candidate.OfUnit("xinfu"));
        Hand(new DelegationScope { Kinds = ["督查通知"], IncludesSigning = true });
        Assert.Equal(["notice"], await TodoAsync(GivenTasks.Leader));

        Hand(new DelegationScope { Works = DelegatedWork.Tasks });
        Assert.Equal(["general"], await TodoAsync(GivenTasks.Leader));

        Hand(DelegationScope.Everything);
        Assert.Equal(["general", "notice", "result"], await TodoAsync(GivenTasks.Leader));
    }

    [Fact]
    public async Task Should_take_what_a_proxy_had_off_the_proxys_desk_when_the_delegation_ends_and_leave_it_on_the_principals()
    {
        Hand(DelegationScope.AllButSigning);
        var task = await Given.OpenAsync("held", Candidate.OfPerson("xinfu-head"));
        Assert.Equal("leader", task.AssigneeId);
        Assert.Equal(["held"], await TodoAsync(GivenTasks.Leader));
        Assert.Equal(["held"], await TodoAsync(GivenTasks.Head));

        Host.Clock.Advance(TimeSpan.FromDays(20));

        Assert.Empty(await TodoAsync(GivenTasks.Leader));
        Assert.Equal(["held"], await TodoAsync(GivenTasks.Head));
    }

    [Fact]
    public async Task Should_not_offer_an_approval_to_who_submitted_it()
    {
        await Given.OpenAsync(new NewTask { Id = "mine", Kind = "approval", Title = "审批", IsApproval = true, SubmitterIds = ["xinfu-clerk"], Candidates = [Candidate.OfUnit("xinfu")] });

        // Only the head is left, so it falls to the head without a claim.
        Assert.Equal(["mine"], await TodoAsync(GivenTasks.Head));
        Assert.Empty(await TodoAsync(GivenTasks.Clerk));
        Assert.Equal(["mine"], await IdsAsync(GivenTasks.Clerk, new InboxFilter { Box = InboxBox.Waiting }));
    }

    [Fact]
    public async Task Should_show_in_every_box_only_what_access_allows()
    {
        await Given.OpenAsync("a", Candidate.OfUnit("xinfu"));
        await Given.OpenAsync(new NewTask { Id = "b", Kind = "talk", Title = "谈话", IsConfidential = true, Candidates = [Candidate.OfPerson("leader")] });
        await Given.OpenAsync("c", Candidate.OfRole(Role.Office.Code));
        await Given.SendAsync("a", new ClaimTask { OperationId = "1", Actor = Given.ActorOf(GivenTasks.Clerk), At = Host.Clock.GetUtcNow(), ExpectedRevision = 1 });
        await Given.SendAsync("a", new CopyTask { OperationId = "2", Actor = Given.ActorOf(GivenTasks.Clerk), At = Host.Clock.GetUtcNow(), ToIds = ["dai-clerk"] });

        foreach (var person in GivenTasks.Everybody)
        {
            foreach (var box in Enum.GetValues<InboxBox>())
            {
                foreach (var id in await IdsAsync(person, new InboxFilter { Box = box }))
                {
                    Assert.True(TaskAccess.Of(await Given.ReadAsync(id), Given.ActorOf(person)).Allows(TaskRights.ReadHeader), $"{person.Id} {box} {id}");
                }
            }
        }

        Assert.Equal(["a"], await IdsAsync(GivenTasks.Stranger, new InboxFilter { Box = InboxBox.Copied }));
        Assert.Empty(await IdsAsync(GivenTasks.Clerk, new InboxFilter { Box = InboxBox.All }));
        Assert.Equal(["a", "b", "c"], await IdsAsync(GivenTasks.Office, new InboxFilter { Box = InboxBox.All }));
    }

    [Fact]
    public async Task Should_sort_by_deadline_page_and_count()
    {
        DeadlineSpec?[] deadlines = [DeadlineSpec.On(new DateOnly(2026, 3, 2)), null, DeadlineSpec.On(new DateOnly(2026, 3, 4)), DeadlineSpec.On(new DateOnly(2026, 4, 1))];
        foreach (var (deadline, index) in deadlines.Select((deadline, index) => (deadline, index)))
        {
            await Given.OpenAsync(new NewTask { Id = $"{index}", Kind = "general", Title = $"第{index}项", Candidates = [Candidate.OfUnit("xinfu")], Deadline = deadline });
        }

        Assert.Equal(new InboxCount(Overdue: 0, Today: 1, Week: 1, Later: 1, None: 1), await Inbox.CountAsync(Given.ActorOf(GivenTasks.Clerk), cancellationToken: Cancel));
        Host.Clock.Advance(TimeSpan.FromDays(1));
        var count = await Inbox.CountAsync(Given.ActorOf(GivenTasks.Clerk), cancellationToken: Cancel);
        Assert.Equal(new InboxCount(Overdue: 1, Today: 0, Week: 1, Later: 1, None: 1), count);
        Assert.Equal(InboxCount.Nothing, await Inbox.CountAsync(Given.ActorOf(GivenTasks.Stranger), cancellationToken: Cancel));

        // What a part counts is what the list of that part shows.
        foreach (var due in Enum.GetValues<InboxDue>())
        {
            var part = await Inbox.ListAsync(Given.ActorOf(GivenTasks.Clerk), new InboxFilter { Due = due }, new PageRequest(), Cancel);
            Assert.Equal(count.Of(due), part.TotalCount);
        }

        var first = await Inbox.ListAsync(Given.ActorOf(GivenTasks.Clerk), new InboxFilter(), new PageRequest(0, 2), Cancel);
        var second = await Inbox.ListAsync(Given.ActorOf(GivenTasks.Clerk), new InboxFilter(), new PageRequest(2, 2), Cancel);
        Assert.Equal(["0", "2", "3", "1"], first.Items.Concat(second.Items).Select(line => line.Id));
        Assert.Equal(4, first.TotalCount);
        Assert.Equal(["2"], (await Inbox.ListAsync(Given.ActorOf(GivenTasks.Clerk), new InboxFilter { Text = "第2" }, new PageRequest(), Cancel)).Items.Select(line => line.Id));
    }

    [Fact]
    public async Task Should_find_any_task_by_a_part_of_its_title_and_narrow_it_by_day_step_unit_and_kind()
    {
        await Given.OpenAsync(new NewTask { Id = "a", Kind = "evidence", Title = "忻府区：填报督查材料（Q1）", UnitId = "xinfu", StepCode = "Supervision", CycleYear = 2026, Candidates = [Candidate.OfUnit("xinfu")], Deadline = DeadlineSpec.On(new DateOnly(2026, 3, 4)) });
        await Given.OpenAsync(new NewTask { Id = "b", Kind = "report", Title = "代县：撰写自查报告", UnitId = "daixian", StepCode = "SelfAssessment", CycleYear = 2026, Candidates = [Candidate.OfUnit("daixian")], Deadline = DeadlineSpec.On(new DateOnly(2026, 3, 5)) });
        await Given.OpenAsync(new NewTask { Id = "c", Kind = "report", Title = "督促落实材料", Candidates = [Candidate.OfRole(Role.Office.Code)] });
        InboxFilter all = new() { Box = InboxBox.All };

        Assert.Equal(["a"], await IdsAsync(GivenTasks.Office, all with { Text = "督查" }));
        Assert.Equal(["a"], await IdsAsync(GivenTasks.Office, all with { Text = "（q1）" }));
        Assert.Equal(["a", "c"], await IdsAsync(GivenTasks.Office, all with { Text = " 材料 " }));
        Assert.Equal(["a", "b"], await IdsAsync(GivenTasks.Office, all with { Text = "：" }));
        Assert.Empty(await IdsAsync(GivenTasks.Office, all with { Text = "查材报告" }));
        Assert.Empty(await IdsAsync(GivenTasks.Office, all with { Text = "%' OR 1=1 --" }));
        Assert.Equal(["a"], await IdsAsync(GivenTasks.Clerk, new InboxFilter { Text = "材料" }));
        Assert.Equal(["b"], await IdsAsync(GivenTasks.Office, all with { DueFrom = new DateOnly(2026, 3, 5), DueTo = new DateOnly(2026, 3, 5) }));
        Assert.Equal(["a"], await IdsAsync(GivenTasks.Office, all with { UnitId = "xinfu" }));
        Assert.Equal(["b"], await IdsAsync(GivenTasks.Office, all with { StepCode = "SelfAssessment", CycleYear = 2026 }));
        Assert.Equal(["b", "c"], await IdsAsync(GivenTasks.Office, all with { Kind = "report" }));
    }

    [Fact]
    public async Task Should_show_the_first_of_all_tasks_with_a_common_text_and_every_one_of_a_unit()
    {
        await Given.OpenAsync(new NewTask { Id = "early", Kind = "report", Title = "忻府区：季度小结", UnitId = "xinfu", Candidates = [Candidate.OfUnit("xinfu")], Deadline = DeadlineSpec.On(new DateOnly(2026, 3, 3)) });
        await Given.OpenAsync(new NewTask { Id = "many", Kind = "report", Title = "代县：季度小结", UnitId = "daixian", Candidates = [Candidate.OfUnit("daixian")], Deadline = DeadlineSpec.On(new DateOnly(2026, 3, 5)) });
        await RepeatAsync("many", TaskInbox.Longest + 1);
        var actor = Given.ActorOf(GivenTasks.Office);
        InboxFilter all = new() { Box = InboxBox.All };

        foreach (var text in new[] { "小结", "季度小结" })
        {
            var page = await Inbox.ListAsync(actor, all with { Text = text }, new PageRequest(0, 3), Cancel);
            Assert.Equal(["early", $"many-{TaskInbox.Longest + 1}", $"many-{TaskInbox.Longest}"], page.Items.Select(line => line.Id));
            Assert.Equal(TaskInbox.Longest + 1, page.TotalCount);
            Assert.Equal(["early"], await IdsAsync(GivenTasks.Office, all with { Text = text, UnitId = "xinfu" }));
        }
    }

    [Fact]
    public async Task Should_list_what_one_has_done_latest_first_and_what_is_live_before_what_has_ended()
    {
        foreach (var id in new[] { "first", "second", "live" })
        {
            await Given.OpenAsync(id, Candidate.OfUnit("xinfu"));
            await Given.SendAsync(id, new ClaimTask { OperationId = "1", Actor = Given.ActorOf(GivenTasks.Clerk), At = Host.Clock.GetUtcNow(), ExpectedRevision = 1 });
        }

        foreach (var id in new[] { "first", "second" })
        {
            Host.Clock.Advance(TimeSpan.FromHours(1));
            await Given.SendAsync(id, new CompleteTask { OperationId = "2", Actor = Given.ActorOf(GivenTasks.Clerk), At = Host.Clock.GetUtcNow(), ExpectedRevision = 2, OutcomeCode = TaskOutcome.Done.Code });
        }

        Assert.Equal(["second", "first"], (await Inbox.ListAsync(Given.ActorOf(GivenTasks.Clerk), new InboxFilter { Box = InboxBox.Done }, new PageRequest(), Cancel)).Items.Select(line => line.Id));
        InboxFilter all = new() { Box = InboxBox.All };
        Assert.Equal(["live", "second", "first"], (await Inbox.AllAsync(Given.ActorOf(GivenTasks.Office), all, cancellationToken: Cancel)).Select(line => line.Id));
        Assert.Equal(["live"], await IdsAsync(GivenTasks.Office, all with { IsLive = true }));
        Assert.Equal(["first", "second"], await IdsAsync(GivenTasks.Office, all with { IsLive = false }));
    }

    [Fact]
    public async Task Should_sort_by_the_time_of_opening()
    {
        foreach (var id in new[] { "early", "late" })
        {
            await Given.OpenAsync(id, Candidate.OfUnit("xinfu"));
            Host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["late", "early"], (await Inbox.AllAsync(Given.ActorOf(GivenTasks.Clerk), new InboxFilter { Sort = InboxSort.Newest }, cancellationToken: Cancel)).Select(line => line.Id));
        Assert.Equal(["early", "late"], (await Inbox.AllAsync(Given.ActorOf(GivenTasks.Clerk), new InboxFilter { Sort = InboxSort.Oldest }, cancellationToken: Cancel)).Select(line => line.Id));
    }

    protected override void AddServices(IServiceCollection services) => services.AddSingleton<TaskInbox>();

    private Task<IReadOnlyList<string>> TodoAsync(Person person) => IdsAsync(person, new InboxFilter());

    private void Hand(DelegationScope scope)
    {
        Given.Delegations.Clear();
        Given.Delegations.Add(new Delegation { Id = "d1", Principal = GivenTasks.Head.Ref, Proxy = GivenTasks.Leader.Ref, From = new DateOnly(2026, 3, 1), To = new DateOnly(2026, 3, 10), Scope = scope });
    }

    // For two, so that it is open and nobody is given it.
    private Task SignOffAsync(string id, string documentId, string kind) => Given.OpenAsync(
        new NewTask { Id = id, Kind = WorkScope.SignOffKind, DocumentKind = kind, Title = "签发", Candidates = [Candidate.OfPerson("xinfu-head"), Candidate.OfPerson("xinfu-clerk")] },
        new TaskOrigin { DocumentIds = [documentId] });

    private Task DocumentAsync(string id, string kind) => Host.Lane.RunAsync(
        async (db, cancel) =>
        {
            if (await db.Documents.FindAsync([id], cancel) is null)
            {
                db.Documents.Add(new DocumentRow { Id = id, Kind = kind, Title = kind, DrafterId = "office", CheckCode = id, Fields = "{}", Json = "{}" });
            }

            return true;
        },
        Cancel);

    // The same task once more and once more, each due a moment earlier than the one before.
    private Task RepeatAsync(string id, int times) => Host.Lane.RunAsync(
        async (db, cancel) =>
        {
            var columns = db.Model.FindEntityType(typeof(TaskRow))!.GetProperties().Select(property => property.GetColumnName()).ToList();
            var values = columns.Select(column => column switch { "id" => "id || '-' || i", "inbox_order" => "inbox_order - i", _ => column });
            var numbers = $"WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < {times})";
#pragma warning disable EF1002 // no word of it comes from outside of this test
            await db.Database.ExecuteSqlRawAsync($"{numbers} INSERT INTO tasks ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM tasks, number WHERE id = '{id}'", cancel);
            return await db.Database.ExecuteSqlRawAsync($"{numbers} INSERT INTO task_search (task_id, pairs) SELECT task_id || '-' || i, pairs FROM task_search, number WHERE task_id = '{id}'", cancel);
#pragma warning restore EF1002
        },
        Cancel);

    private async Task<IReadOnlyList<string>> IdsAsync(Person person, InboxFilter filter) =>
        [.. (await Inbox.ListAsync(Given.ActorOf(person), filter, new PageRequest(), Cancel)).Items.Select(line => line.Id).Order(StringComparer.Ordinal)];
}

public sealed class TaskInboxTestsOnSqlite(SqliteDatabase database) : TaskInboxTests(database), IClassFixture<SqliteDatabase>;

public sealed class TaskInboxTestsOnPostgres(PostgresDatabase database) : TaskInboxTests(database), IClassFixture<PostgresDatabase>;
