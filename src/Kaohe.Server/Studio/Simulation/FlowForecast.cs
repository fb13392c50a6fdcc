using System.Globalization;
using Kaohe.Activities;
using Kaohe.Activities.Simulation;
using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Server.Studio.Drawing;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Studio.Simulation;

/// <summary>What the office wants to know of a played year.</summary>
public sealed record FlowForecast
{
    /// <summary>The year as it was played.</summary>
    public required YearTimeline Timeline { get; init; }

    /// <summary>When each step went on, in the order of their beginning.</summary>
    public required IReadOnlyList<StepSpan> Steps { get; init; }

    /// <summary>Tasks by role and week.</summary>
    public required IReadOnlyList<RoleWeek> Load { get; init; }

    /// <summary>Deadlines on a day off, earliest first.</summary>
    public required IReadOnlyList<HolidayDeadline> Holidays { get; init; }

    /// <summary>Activities of the flow that no line leads to.</summary>
    public required IReadOnlyList<DrawnActivity> Unconnected { get; init; }

    /// <summary>Activities of the flow that lines lead to but this year did not come to.</summary>
    public required IReadOnlyList<DrawnActivity> NotCome { get; init; }

    /// <summary>Whether the year came to the flow at all.</summary>
    public required bool WasRun { get; init; }

    /// <summary>Sums up a played year.</summary>
    /// <param name="flow">The flow that was tried.</param>
    /// <param name="timeline">The year.</param>
    /// <param name="words">Chinese names.</param>
    public static FlowForecast Of(WorkflowDefinition flow, YearTimeline timeline, FlowWords words)
    {
        var calendar = ActivityCalendar.Current;
        var drawing = FlowDrawing.Of(flow);
        var reachable = drawing.Reachable();
        var visited = timeline.Visited.GetValueOrDefault(flow.DefinitionId);
        return new FlowForecast
        {
            Timeline = timeline,
            WasRun = visited is not null,
            Steps = [.. timeline.Entries.GroupBy(entry => entry.Step).Select(group => new StepSpan(group.Key, group.Min(entry => entry.From), group.Max(entry => entry.Until))).OrderBy(span => span.From)],
            Load =
            [
                .. timeline.Openings.GroupBy(opening => (Role: Role.LabelOf(opening.Role), Week: Monday(opening.On))).OrderBy(group => group.Key.Week).ThenBy(group => group.Key.Role, StringComparer.Ordinal)
                    .Select(group => new RoleWeek(group.Key.Role, group.Key.Week, group.Sum(opening => opening.Count))),
            ],
            Holidays = [.. drawing.Activities.SelectMany(activity => OnDaysOff(activity, words, calendar)).OrderBy(deadline => deadline.Due)],
            Unconnected = [.. drawing.Activities.Where(activity => drawing.Outer.Contains(activity.Id) && !reachable.Contains(activity.Id))],
            NotCome = visited is null ? [] : [.. drawing.Activities.Where(activity => reachable.Contains(activity.Id) && !visited.Contains(activity.Id))],
        };
    }

    // Deadlines counted in working days never end on a day off; a date that somebody wrote may.
    private static IEnumerable<HolidayDeadline> OnDaysOff(DrawnActivity activity, FlowWords words, WorkingCalendar calendar) =>
        from setting in activity.Json.EnumerateObject()
        let value = setting.Value.Member("expression")?.Text("value")
        where DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && !calendar.IsWorkingDay(day)
        let due = DateOnly.ParseExact(value!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        select new HolidayDeadline(activity, words.Setting(activity.Type, setting.Name), due, calendar.Describe(due).Name is { Length: > 0 } name ? name : "休息日", calendar.OnOrAfter(due).Date);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

/// <summary>When a step went on.</summary>
/// <param name="Step">Its name.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
public sealed record StepSpan(string Step, DateOnly From, DateOnly Until);

/// <summary>What one role gets in one week.</summary>
/// <param name="Role">Chinese name of the role.</param>
/// <param name="Week">Monday of the week.</param>
/// <param name="Tasks">How many tasks.</param>
public sealed record RoleWeek(string Role, DateOnly Week, int Tasks);

/// <summary>A deadline on a day off.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Setting">Which of its settings, e.g. 完成期限.</param>
/// <param name="Due">The day that is written.</param>
/// <param name="Day">What day it is, e.g. 国庆节.</param>
/// <param name="Better">The next working day, to which it moves.</param>
public sealed record HolidayDeadline(DrawnActivity Activity, string Setting, DateOnly Due, string Day, DateOnly Better);
