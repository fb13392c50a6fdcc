using Kaohe.Activities;
using Kaohe.Activities.Effects;
using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Server.Calendar;
using Kaohe.Server.Tasks;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Calendar;

/// <summary>A changed calendar moves open deadlines after a preview; stopped on the way, the rest is moved later and nothing twice.</summary>
public sealed class ChangedCalendarTests(DemoHost host) : IClassFixture<DemoHost>
{
    private const string Deadline = "10个工作日";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CalendarYears Years => host.Services.GetRequiredService<CalendarYears>();

    private IOfficeCalendar Calendar => host.Services.GetRequiredService<IOfficeCalendar>();

    [Fact]
    public async Task Should_show_first_then_move_some_at_a_time_stop_and_go_on()
    {
        var office = await OfficeAsync();
        var today = OfficeTime.DateOf(DateTimeOffset.UtcNow);
        var last = Calendar.Current.AddWorkingDays(today, 10).Date;
        await OpenForAllAsync(last, today);
        var units = await TasksDueAsync(last);
        Assert.InRange(units, 41, 1000);

        // The last day becomes a day off.
        var table = Calendar.Current.Years.FirstOrDefault(year => year.Year == last.Year) ?? new CalendarYear { Year = last.Year, IsOfficial = false, Source = "试录" };
        var changed = table with { DaysOff = [.. table.DaysOff, new NamedDay(last, "临时放假")] };
        var preview = await Years.PreviewAsync(changed, Cancel);
        Assert.Equal(units, preview.Moved.Count);
        Assert.Equal(units, await TasksDueAsync(last));

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Years.SaveAsync(office, changed, (done, _) => { if (done > 0) { stop.Cancel(); } }, stop.Token));
        Assert.False(Calendar.Current.IsWorkingDay(last));
        var left = await Years.LeftAsync(Cancel);
        Assert.InRange(left.Count, 1, units - 1);

        var rest = await Years.SaveAsync(office, changed, cancellationToken: Cancel);
        Assert.Equal(left.Count, rest.Moved.Count);
        Assert.Empty(await Years.LeftAsync(Cancel));
        Assert.Equal(0, await TasksDueAsync(last));
        Assert.Equal(units, await TasksDueAsync(Calendar.Current.NextWorkingDay(last).Date));
        await using var db = host.Read();
        Assert.Equal(units, await db.TaskEvents.CountAsync(line => line.Kind == Kaohe.Office.Tasks.TaskEventKind.DeadlineChanged, Cancel));
    }

    private async Task<Actor> OfficeAsync()
    {
        var desk = await host.Services.GetRequiredService<TaskDesks>().OpenAsync(Cancel);
        return Actor.Of(desk.Directory.Expand([Candidate.OfRole(Role.Office.Code)])[0]);
    }

    private async Task<int> TasksDueAsync(DateOnly day)
    {
        await using var db = host.Read();
        var due = OfficeTime.EndOf(day);
        return await db.Tasks.CountAsync(task => task.DueAt == due, Cancel);
    }

    private Task OpenForAllAsync(DateOnly last, DateOnly start) => host.DeliverAsync(KaoheEffects.OpenTasks, new OpenTasks
    {
        BookmarkId = "b", Item = "item", CycleYear = DemoHost.Year, Audience = new AudienceSpec(AudienceKind.All), TaskKind = TaskKinds.General, Title = "报送材料", Role = Role.Unit.Code,
        DueAt = OfficeTime.EndOf(last), DeadlineText = Deadline, DeadlineStart = start,
    });
}
