using Kaohe.Activities;
using Kaohe.Activities.Effects;
using Kaohe.Assessment.Admonitions;
using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

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
