using System.Net;
using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Server.Calendar;
using Kaohe.Server.Tests.Board;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Calendar;

/// <summary>演练时钟: goes forward only, morning by morning, keeps where it stands, and lets happen what is due on the way.</summary>
public sealed class DemoClockTests(RunningYear host) : IClassFixture<RunningYear>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DemoClock Clock => host.Services.GetRequiredService<DemoClock>();

    private WorkingCalendar Calendar => host.Services.GetRequiredService<IOfficeCalendar>().Current;

    [Fact]
    public async Task Should_refuse_to_go_back_or_nowhere_and_stay_where_it_is()
    {
        var office = await host.AsAsync("考核办主任");
        var unit = await host.AsAsync("忻府区联络员");
        var before = Clock.Ahead;
        var today = OfficeTime.DateOf(Clock.GetUtcNow());

        using var back = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/demo-clock/move", new { date = today.AddDays(-1) });
        using var nowhere = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/demo-clock/move", new { });
        using var tooFar = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/demo-clock/move", new { workingDays = 401 });
        using var forbidden = await DemoHost.SendAsync(unit, HttpMethod.Post, "/api/demo-clock/move", new { workingDays = 1 });

        foreach (var answer in new[] { back, nowhere, tooFar })
        {
            var problem = Assert.Single(await DemoHost.ProblemsAsync(answer));
            Assert.Equal("date", problem.Path);
            Assert.Contains("演练时钟只能向前走", problem.Message);
        }

        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal(before, Clock.Ahead);
    }

    [Fact]
    public async Task Should_let_reminders_and_escalation_happen_on_their_days_and_keep_the_time_for_every_node()
    {
        var office = await host.AsAsync("考核办主任");
        DateTimeOffset due;
        await using (var db = host.Read())
        {
            due = (await db.Tasks.AsNoTracking().SingleAsync(task => task.Id == host.FirstTask, Cancel)).DueAt!.Value;
        }

        var day = OfficeTime.DateOf(due);
        var until = Calendar.AddWorkingDays(day, 3).Date;

        using var moved = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/demo-clock/move", new { date = until });

        Assert.True(moved.IsSuccessStatusCode, await moved.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(until, OfficeTime.DateOf(Clock.GetUtcNow()));
        await using (var db = host.Read())
        {
            var notices = await db.Set<TaskNoticeRow>().AsNoTracking().Where(row => row.TaskId == host.FirstTask && row.IsSent).ToListAsync(Cancel);
            Assert.Equal(
                new[] { Calendar.AddWorkingDays(day, 1).Date, Calendar.AddWorkingDays(day, 2).Date, Calendar.AddWorkingDays(day, 3).Date },
                notices.Select(row => OfficeTime.DateOf(row.At)).Where(at => at > day).Distinct().Order());
            Assert.Contains(notices, row => OfficeTime.DateOf(row.At) == day);
            Assert.All(notices, row => Assert.Equal(9, OfficeTime.TimeOf(row.At).Hour));
        }

        // Another node reads the same lead from the database, and none takes a shorter one.
        var services = host.Services;
        var other = new DemoClock();
        using var node = new DemoClockMover(
            other,
            services.GetRequiredService<IOfficeCalendar>(),
            services.GetRequiredService<IDbContextFactory<Kaohe.Storage.KaoheDb>>(),
            services.GetRequiredService<IWriteLane>(),
            services.GetRequiredService<IChangeFeed>());
        await node.RunAsync(Cancel);
        Assert.Equal(Clock.Ahead, other.Ahead);
        await node.MoveAsync(Clock.GetUtcNow().AddDays(-10), cancellationToken: Cancel);
        Assert.Equal(Clock.Ahead, other.Ahead);
    }

    [Fact]
    public async Task Should_tell_each_morning_on_the_way()
    {
        var mover = host.Services.GetRequiredService<DemoClockMover>();
        var from = OfficeTime.DateOf(Clock.GetUtcNow());
        var mornings = new Mornings();

        await mover.MoveAsync(DemoClockMover.MorningOf(from.AddDays(3)), mornings, Cancel);

        Assert.Equal([from.AddDays(1), from.AddDays(2), from.AddDays(3)], mornings.Days);
    }

    private sealed class Mornings : IProgress<DateTimeOffset>
    {
        public List<DateOnly> Days { get; } = [];

        public void Report(DateTimeOffset value) => Days.Add(OfficeTime.DateOf(value));
    }
}
