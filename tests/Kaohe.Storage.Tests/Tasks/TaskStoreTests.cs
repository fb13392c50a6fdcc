using Kaohe.Storage.Identity;
using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Storage.Tasks;
using Kaohe.Storage.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tests.Tasks;

public abstract class TaskStoreTests(TestDatabase database) : StorageTests(database)
{
    private GivenTasks Given => new(Host);

    [Fact]
    public async Task Should_give_back_a_task_as_it_was_stored()
    {
        var id = NewId();
        var given = JsonSerializer.SerializeToElement(new { submitted = new { 完成情况 = "GDP 增长 26%" }, submittedTaskId = "t1" }, OfficeJson.Options);
        var opened = await Given.OpenAsync(
            new NewTask
            {
                Id = id,
                Kind = "evidence-filing",
                Title = "忻府区：报送佐证",
                Candidates = [Candidate.OfUnit("xinfu")],
                UnitId = "xinfu",
                CycleYear = 2026,
                StepCode = "Supervision",
                Deadline = DeadlineSpec.InWorkingDays(10),
                Draft = JsonSerializer.SerializeToElement(new { items = new[] { 1.5m } }),
            },
            new TaskOrigin { Item = "evidence", ItemKey = "xinfu", DocumentIds = ["d1"], Given = given });

        await using var db = Host.Read();
        var stored = (await TaskStore.FindAsync(db, id, Cancel))!;
        Assert.Equal(JsonSerializer.Serialize(opened, OfficeJson.Options), JsonSerializer.Serialize(stored.Task, OfficeJson.Options));
        Assert.Equal(("evidence", "xinfu", "d1"), (stored.Origin.Item, stored.Origin.ItemKey, stored.Origin.DocumentIds.Single()));
        Assert.Equal(given.GetRawText(), stored.Origin.Given!.Value.GetRawText());
        var row = await db.Tasks.AsNoTracking().SingleAsync(task => task.Id == id, Cancel);
        Assert.Equal((TaskState.Open, true, "xinfu", opened.DueAt), (row.State, row.IsLive, row.UnitId, row.DueAt));
    }

    [Fact]
    public async Task Should_append_a_line_to_the_history_for_every_change_and_keep_columns_with_the_task()
    {
        var id = NewId();
        await Given.OpenAsync(id, Candidate.OfUnit("xinfu"));
        await Given.SendAsync(id, new ClaimTask { OperationId = "1", Actor = Given.ActorOf(GivenTasks.Clerk), At = Host.Clock.GetUtcNow(), ExpectedRevision = 1 });
        await Given.SendAsync(id, new CompleteTask { OperationId = "2", Actor = Given.ActorOf(GivenTasks.Clerk), At = Host.Clock.GetUtcNow(), ExpectedRevision = 2, OutcomeCode = "done" });

        await using var db = Host.Read();
        var history = await TaskStore.HistoryAsync(db, id, Cancel);
        Assert.Equal([TaskEventKind.Opened, TaskEventKind.Claimed, TaskEventKind.Completed], history.Select(line => line.Kind));
        var row = await db.Tasks.AsNoTracking().SingleAsync(task => task.Id == id, Cancel);
        Assert.Equal((TaskState.Completed, false, "xinfu-clerk", "完成"), (row.State, row.IsLive, row.EndedByName, row.OutcomeLabel));
        Assert.True(await db.TaskPeople.AnyAsync(part => part.TaskId == id && part.PersonId == "xinfu-clerk" && part.Part == TaskPart.Participant, Cancel));
    }

    [Fact]
    public async Task Should_let_one_of_many_claim()
    {
        var id = NewId();
        await Given.OpenAsync(id, Candidate.OfUnit("xinfu"));
        Person[] rivals = [GivenTasks.Head, GivenTasks.Clerk];

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(index => Given.SendAsync(id, new ClaimTask
        {
            OperationId = $"claim-{index}",
            Actor = Given.ActorOf(rivals[index % 2]),
            At = Host.Clock.GetUtcNow(),
            ExpectedRevision = 1,
        })));

        Assert.Single(answers, answer => answer.Problems.Count == 0);
        Assert.Equal(2, (await Given.ReadAsync(id)).Version);
    }

    [Fact]
    public async Task Should_store_a_round_of_signatures_with_the_tasks_of_its_seats()
    {
        var id = NewId();
        await Given.OpenAsync(new NewTask { Id = id, Kind = "approval", Title = "审批", IsApproval = true, Candidates = [Candidate.OfPerson("office")] });

        await Given.SendAsync(id, new AddSigners
        {
            OperationId = "add",
            Actor = Given.ActorOf(GivenTasks.Office),
            At = Host.Clock.GetUtcNow(),
            ExpectedRevision = 1,
            PersonIds = ["leader"],
            Placement = Kaohe.Office.Tasks.Signing.SeatPlacement.Beside,
            Reason = "请一并审阅",
        });

        await using var db = Host.Read();
        var task = (await TaskStore.FindAsync(db, id, Cancel))!.Task;
        var round = (await TaskStore.FindRoundAsync(db, task.RoundId!, Cancel))!;
        Assert.Equal(2, round.Seats.Count);
        Assert.Equal("leader", (await TaskStore.FindAsync(db, round.Seats[1].TaskId!, Cancel))!.Task.AssigneeId);
    }

    [Fact]
    public async Task Should_refuse_a_save_that_was_computed_from_an_older_version()
    {
        var id = NewId();
        await Given.OpenAsync(id, Candidate.OfUnit("xinfu"));
        await using var stale = Host.Read();
        var row = await stale.Tasks.SingleAsync(task => task.Id == id, Cancel);
        await Given.SendAsync(id, new ClaimTask { OperationId = "1", Actor = Given.ActorOf(GivenTasks.Clerk), At = Host.Clock.GetUtcNow(), ExpectedRevision = 1 });

        row.Version++;
        row.Title = "旧页面";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => stale.SaveChangesAsync(Cancel));
        await stale.DisposeAsync();

        // The lost race must not keep others from writing.
        await using var next = Host.Read();
        next.Users.Add(new KaoheUser { DisplayName = "后来者" });
        Assert.Equal(1, await next.SaveChangesAsync(Cancel));
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}

public sealed class TaskStoreTestsOnSqlite(SqliteDatabase database) : TaskStoreTests(database), IClassFixture<SqliteDatabase>;

public sealed class TaskStoreTestsOnPostgres(PostgresDatabase database) : TaskStoreTests(database), IClassFixture<PostgresDatabase>;
