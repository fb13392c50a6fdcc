using System.Globalization;
using Kaohe.Assessment.Grades;

namespace Kaohe.Activities.Simulation;

/// <summary>A played year.</summary>
public sealed record YearTimeline
{
    /// <summary>The assessed year.</summary>
    public required int CycleYear { get; init; }

    /// <summary>What happened, by date.</summary>
    public required IReadOnlyList<TimelineEntry> Entries { get; init; }

    /// <summary>Whether the flow of the year and all rectifications came to their end.</summary>
    public required bool IsFinished { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly EndedOn { get; init; }

    /// <summary>Assessed units.</summary>
    public required int Units { get; init; }

    /// <summary>Tasks that people got.</summary>
    public required int Tasks { get; init; }

    /// <summary>Documents issued, letters not counted.</summary>
    public required int Documents { get; init; }

    /// <summary>Result letters.</summary>
    public required int Letters { get; init; }

    /// <summary>Rectifications begun, sent back, carried on to 诫勉谈话, and closed (销号).</summary>
    public required RectificationCounts Rectifications { get; init; }

    /// <summary>Units by decided grade.</summary>
    public required IReadOnlyDictionary<Grade, int> Grades { get; init; }

    /// <summary>Tasks as they were opened: for whom, when and until when.</summary>
    public required IReadOnlyList<TaskOpening> Openings { get; init; }

    /// <summary>Ids of the activities that ran, by definition.</summary>
    public required IReadOnlyDictionary<string, IReadOnlySet<string>> Visited { get; init; }

    /// <summary>Where the flow could not go on, in Chinese; empty for a good year.</summary>
    public required IReadOnlyList<string> Incidents { get; init; }

    /// <summary>The timeline as people read it, one line each.</summary>
    public IEnumerable<string> Lines() =>
    [
        $"{CycleYear}年度目标责任考核演练：{StartedOn:yyyy-MM-dd} 至 {EndedOn:yyyy-MM-dd}，{Units} 个单位",
        .. Entries.Select(entry => entry.ToString()),
        string.Create(CultureInfo.InvariantCulture, $"合计：任务 {Tasks} 件，公文 {Documents} 份，结果通知书 {Letters} 份，整改 {Rectifications.Begun} 个（退回 {Rectifications.Returned} 次，逾期 {Rectifications.Overdue} 个，销号 {Rectifications.Closed} 个）"),
        "等次：" + string.Join("，", Grades.OrderByDescending(pair => pair.Key).Select(pair => $"{GradeNames.Of(pair.Key)} {pair.Value}")),
        .. Incidents.Select(incident => $"异常：{incident}"),
        IsFinished ? "全部办结。" : "没有走到终点。",
    ];
}

/// <summary>The same task opened for many on one day.</summary>
/// <param name="On">Day of opening.</param>
/// <param name="Due">Day of the deadline; null when there is none.</param>
/// <param name="Role">Role code of those who do it.</param>
/// <param name="Step">The step, or 结果运用, or the flow.</param>
/// <param name="Title">What it is.</param>
/// <param name="Count">How many.</param>
public sealed record TaskOpening(DateOnly On, DateOnly? Due, string Role, string Step, string Title, int Count);

/// <summary>One line of the timeline: one thing, or the same thing done by many.</summary>
/// <param name="From">Day of the first.</param>
/// <param name="Until">Day of the last.</param>
/// <param name="Step">The step, or 结果运用, or 整改.</param>
/// <param name="Event">What happened, in Chinese.</param>
/// <param name="Count">How often.</param>
public sealed record TimelineEntry(DateOnly From, DateOnly Until, string Step, string Event, int Count)
{
    /// <summary>The line.</summary>
    public override string ToString() =>
        (From == Until ? $"{From:yyyy-MM-dd}            " : $"{From:yyyy-MM-dd} 至 {Until:MM-dd}")
        + $"  {Step}  {Event}" + (Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ×{Count}"));
}

/// <summary>How the rectifications of a year went.</summary>
/// <param name="Begun">Notices issued.</param>
/// <param name="Returned">Reports sent back.</param>
/// <param name="Overdue">Reports that were late.</param>
/// <param name="Closed">销号.</param>
public sealed record RectificationCounts(int Begun, int Returned, int Overdue, int Closed);
