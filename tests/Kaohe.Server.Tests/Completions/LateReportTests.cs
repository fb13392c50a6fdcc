using Kaohe.Activities;
using Kaohe.Activities.Effects;
using Kaohe.Assessment.Admonitions;
using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Completions;

/// <summary>A late 整改 report: the record follows the flow's clock, once, and each 诫勉谈话 goes on record.</summary>
public sealed class LateReportTests(DemoHost host) : IClassFixture<DemoHost>
{
    private const string Unit = "pianguan";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_follow_the_flow_when_the_deadline_ends_and_record_every_talk()
    {
        // The flow's timer fires in the last second of the day on which the record still calls the report in time.
        await RecordAsync(RectificationEvent.Noticed, DateTimeOffset.UtcNow);
        await RecordAsync(RectificationEvent.Overdue);
        await RecordAsync(RectificationEvent.Overdue);

        await using var db = host.Read();
        var record = (await db.Rectifications.AsNoTracking().SingleAsync(row => row.UnitId == Unit, Cancel)).Value;
        Assert.NotNull(record.EscalatedAt);
        Assert.Single(record.Log, entry => entry.Act == "逾期转诫勉谈话");
        Assert.Equal(AdmonitionState.Opened, (await AdmonitionAsync()).State);

        await TalkAsync("就报告逾期谈话。");
        var held = await AdmonitionAsync();
        Assert.Equal((AdmonitionState.Held, "就报告逾期谈话。"), (held.State, held.Record));
        await TalkAsync("就考核结果谈话。");
        Assert.Equal("就报告逾期谈话。\n就考核结果谈话。", (await AdmonitionAsync()).Record);
    }

    [Fact]
    public async Task Should_ask_the_office_when_where_and_who_talks_before_the_notice()
    {
        const string other = "hequ";
        var office = await host.AsAsync("考核办主任");
        var id = await new TaskWork(host).OpenAsync(TaskKinds.AdmonitionArrangement, Role.Office.Code, other);
        var form = await TaskWork.FormAsync(office, id);
        var saturday = OfficeTime.DateOf(DateTimeOffset.UtcNow).AddDays(60);
        saturday = saturday.AddDays((DayOfWeek.Saturday - saturday.DayOfWeek + 7) % 7);
        using var empty = await TaskWork.CompleteAsync(office, id, form.DeepClone().AsObject());
        Assert.Equal(
            ["data.heldOn", "data.at", "data.place", "data.interviewerId"], (await DemoHost.ProblemsAsync(empty)).Select(problem => problem.Path));

        (form["heldOn"], form["at"], form["place"], form["interviewerId"]) = ($"{saturday:yyyy-MM-dd}", "15:00:00", "市委谈话室", $"{other}-head");
        using var wrong = await TaskWork.CompleteAsync(office, id, form.DeepClone().AsObject());
        var problems = await DemoHost.ProblemsAsync(wrong);
        Assert.Contains(problems, problem => problem.Path == "data.heldOn" && problem.Message.Contains("不上班", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Path == "data.interviewerId" && problem.Message.Contains("请从名单中选择", StringComparison.Ordinal));
        await using var db = host.Read();
        Assert.False(await db.Admonitions.AnyAsync(row => row.UnitId == other, Cancel));

        var leader = (await db.CycleAsync(DemoHost.Year, Cancel))!.LeadingGroup!.LeaderId;
        var monday = saturday.AddDays(2);
        (form["heldOn"], form["interviewerId"]) = ($"{monday:yyyy-MM-dd}", leader);
        using var done = await TaskWork.CompleteAsync(office, id, form);
        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync(Cancel));
        var talk = (await db.Admonitions.AsNoTracking().SingleAsync(row => row.UnitId == other, Cancel)).Value;
        Assert.Equal((AdmonitionState.Notified, "市委谈话室", leader, monday), (talk.State, talk.Place, talk.InterviewerId, OfficeTime.DateOf(talk.HeldAt!.Value)));
    }

    [Fact]
    public async Task Should_take_only_people_of_the_unit_as_responsible_for_a_measure()
    {
        const string other = "baode";
        await host.DeliverAsync(KaoheEffects.RecordRectification, new RecordRectification { CycleYear = DemoHost.Year, UnitId = other, Event = RectificationEvent.Noticed, InstanceId = "flow" });
        var unit = await host.AsAsync("保德县联络员");
        var id = await new TaskWork(host).OpenAsync(TaskKinds.RectificationReport, Role.Unit.Code, other);
        var form = await TaskWork.FormAsync(unit, id);
        form["causes"] = "任务分解不细。";
        var measure = form["measures"]![0]!;
        (measure["shortcoming"], measure["action"], measure["responsibleId"], measure["completeBy"]) =
            ("投资未完成", "按周调度", "hequ-second", $"{OfficeTime.DateOf(DateTimeOffset.UtcNow).AddDays(30):yyyy-MM-dd}");

        using var wrong = await TaskWork.CompleteAsync(unit, id, form.DeepClone().AsObject());
        var problem = Assert.Single(await DemoHost.ProblemsAsync(wrong));
        Assert.Equal("data.measures[0].responsibleId", problem.Path);
        Assert.Contains("不是本单位在职人员", problem.Message);

        measure["responsibleId"] = $"{other}-second";
        using var done = await TaskWork.CompleteAsync(unit, id, form);
        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Should_open_the_review_only_when_the_record_is_where_the_flow_is()
    {
        const string flow = "flow-of-kelan";
        var (review, record) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));
        var noticed = new RecordRectification { CycleYear = DemoHost.Year, UnitId = "kelan", Event = RectificationEvent.Noticed, InstanceId = flow };
        await EnqueueAsync(new OutboxRequest { Key = review, Kind = KaoheEffects.OpenTasks, WorkflowInstanceId = flow, Payload = Review(review, "kelan") });
        await EnqueueAsync(new OutboxRequest { Key = record, Kind = KaoheEffects.RecordRectification, WorkflowInstanceId = flow, Payload = noticed, NotBefore = DateTimeOffset.UtcNow.AddHours(1) });

        await host.Services.GetRequiredService<OutboxDispatcher>().DeliverDueAsync(Cancel);
        await using var db = host.Read();
        Assert.False(await db.Tasks.AnyAsync(task => task.Title.EndsWith(review), Cancel));
        Assert.Equal(OutboxStatus.Pending, (await db.Outbox.AsNoTracking().SingleAsync(row => row.Key == review, Cancel)).Status);

        await host.Services.GetRequiredService<IWriteLane>().RunAsync((lane, cancel) => lane.Outbox.Where(row => row.Key == record).ExecuteUpdateAsync(set => set.SetProperty(row => row.AvailableAt, DateTimeOffset.UtcNow), cancel), Cancel);
        while (await db.Outbox.AnyAsync(row => row.Key == review && row.Status == OutboxStatus.Pending, Cancel))
        {
            await host.Services.GetRequiredService<OutboxDispatcher>().DeliverDueAsync(Cancel);
        }

        Assert.True(await db.Rectifications.AnyAsync(row => row.UnitId == "kelan", Cancel));
        Assert.True(await db.Tasks.AnyAsync(task => task.Title.EndsWith(review), Cancel));
    }

    [Fact]
    public async Task Should_not_wait_for_a_record_that_was_refused()
    {
        const string flow = "flow-of-shenchi";
        var (review, record) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));
        var closed = new RecordRectification { CycleYear = DemoHost.Year, UnitId = "shenchi", Event = RectificationEvent.Closed, InstanceId = flow };
        await using var db = host.Read();

        // The server's own pump may have taken either of them, so neither is there the moment the test asks.
        await EnqueueAsync(new OutboxRequest { Key = record, Kind = KaoheEffects.RecordRectification, WorkflowInstanceId = flow, Payload = closed });
        await Wait.UntilAsync(() => db.Outbox.AnyAsync(row => row.Key == record && row.Status == OutboxStatus.Pending && row.Reason != null, Cancel));

        await EnqueueAsync(new OutboxRequest { Key = review, Kind = KaoheEffects.OpenTasks, WorkflowInstanceId = flow, Payload = Review(review, "shenchi") });
        await Wait.UntilAsync(() => db.Tasks.AnyAsync(task => task.Title.EndsWith(review), Cancel));
        Assert.False(await db.Outbox.AnyAsync(row => row.Key == record && row.Status == OutboxStatus.Delivered, Cancel));
    }

    private static OpenTasks Review(string title, string unitId) => new()
    {
        BookmarkId = "b",
        Item = "item",
        CycleYear = DemoHost.Year,
        Audience = AudienceSpec.OfUnit(unitId),
        TaskKind = TaskKinds.RectificationReview,
        Title = title,
        Role = Role.Office.Code,
        IsApproval = true,
    };

    private Task<bool> EnqueueAsync(OutboxRequest request) => host.Services.GetRequiredService<IWriteLane>().RunAsync(
        async (db, cancel) =>
        {
            await host.Services.GetRequiredService<OutboxWriter>().EnqueueAsync(db, request, cancel);
            return true;
        },
        Cancel);

    private Task RecordAsync(RectificationEvent happened, DateTimeOffset? dueAt = null) => host.DeliverAsync(
        KaoheEffects.RecordRectification, new RecordRectification { CycleYear = DemoHost.Year, UnitId = Unit, Event = happened, InstanceId = "flow", DueAt = dueAt });

    private async Task TalkAsync(string said)
    {
        var leader = await host.AsAsync("市长");
        var id = await new TaskWork(host).OpenAsync(TaskKinds.Admonition, Role.Leader.Code, Unit);
        var form = await TaskWork.FormAsync(leader, id);
        var today = OfficeTime.DateOf(DateTimeOffset.UtcNow);
        (form["heldOn"], form["place"], form["talkers"], form["record"], form["improveBy"]) = ($"{today:yyyy-MM-dd}", "市委小会议室", "市长", said, $"{today.AddMonths(3):yyyy-MM-dd}");
        using var done = await TaskWork.CompleteAsync(leader, id, form);
        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<Admonition> AdmonitionAsync()
    {
        await using var db = host.Read();
        return (await db.Admonitions.AsNoTracking().SingleAsync(row => row.UnitId == Unit, Cancel)).Value;
    }
}
