using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Server.Calendar;
using Kaohe.Server.Cycles.Sheets;
using Kaohe.Server.Identity.People;
using Kaohe.Server.Tasks.Pages;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Inbox;

/// <summary>A list of tasks as an Excel file: what the page shows, without pages.</summary>
/// <param name="inbox">The lists.</param>
/// <param name="units">Names of units.</param>
/// <param name="calendars">The working calendar.</param>
/// <param name="clock">Says how much time is left.</param>
public sealed class InboxSheet(TaskInbox inbox, IUnitNames units, IOfficeCalendar calendars, TimeProvider clock)
{
    private const int Most = 20_000;
    private static readonly IReadOnlyList<SheetColumn> _columns =
    [
        .. new[] { "任务", "类型", "单位", "年度", "环节", "状态", "办理人", "期限", "剩余", "开出", "办结", "办结人", "结果" }.Select(title => new SheetColumn(title, "")),
    ];

    /// <summary>Writes the file.</summary>
    /// <param name="actor">Whose list.</param>
    /// <param name="filter">Which list; at most 20,000 tasks of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<byte[]> WriteAsync(Actor actor, InboxFilter filter, CancellationToken cancellationToken = default)
    {
        var lines = await inbox.AllAsync(actor, filter, Most, cancellationToken);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in lines.Select(line => line.UnitId).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            names[id] = await units.FindAsync(id, cancellationToken) ?? id;
        }

        return SheetFile.Write(TaskWords.Box(filter.Box), _columns, lines.Select(line => Row(line, names)), withHelp: false);
    }

    private object?[] Row(TaskLine line, Dictionary<string, string> names) =>
    [
        line.Title,
        TaskKindNames.Of(line.Kind),
        line.UnitId is { } unit ? names[unit] : null,
        line.CycleYear,
        line.StepCode is { } step ? StepCodes.NameOf(step) : null,
        TaskWords.State(line.State, line.IsReturned),
        line.AssigneeName,
        Time(line.DueAt),
        line.IsLive ? RemainingTime.Of(clock.GetUtcNow(), line.DueAt, calendars.Current).Text : null,
        Time(line.CreatedAt),
        Time(line.EndedAt),
        line.EndedByName,
        line.OutcomeLabel,
    ];

    private static DateTime? Time(DateTimeOffset? time) => time is { } moment ? OfficeTime.Local(moment).DateTime : null;
}
