using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Server.Calendar;
using Kaohe.Server.Cycles;
using Kaohe.Server.Shell.Components;
using Kaohe.Server.Tasks.Audiences;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Board;

/// <summary>Reads the board: one query for the tasks of the year without their contents, the rest is counting.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="audiences">Units.</param>
/// <param name="calendars">The working calendar.</param>
/// <param name="clock">Now.</param>
public sealed class BoardReader(IDbContextFactory<KaoheDb> databases, IAudienceDirectory audiences, IOfficeCalendar calendars, TimeProvider clock)
{
    /// <summary>The board of a year.</summary>
    /// <param name="year">The assessed year.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<BoardView> ReadAsync(int year, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var cycle = await db.CycleAsync(year, cancellationToken);
        var steps = await StepProgress.OfAsync(db, cycle?.WorkflowInstanceId, cancellationToken);
        var book = await audiences.ForYearAsync(year, cancellationToken);
        var tasks = await db.Tasks.AsNoTracking().Where(task => task.CycleYear == year && task.StepCode != null)
            .Select(task => new BoardSource(
                task.Id, task.Title, task.State, task.IsLive, task.IsReturned, task.IsApproval, task.UnitId, task.StepCode!, task.IsLive ? task.AssigneeName : task.EndedByName, task.DueAt, task.EndedAt))
            .ToListAsync(cancellationToken);
        var cells = tasks.ToLookup(task => (task.UnitId, task.StepCode));
        var day = new BoardDay(clock.GetUtcNow(), calendars.Current);
        return new BoardView(
            year,
            steps,
            Row(null, "全市", "考核办、考核组和领导"),
            [.. book.Units.Select(unit => Row(unit.Id, unit.ShortName, unit.Section))]);

        BoardRow Row(string? unitId, string name, string section) =>
            new(unitId, name, section, [.. steps.Select(step => day.Cell(step, [.. cells[(unitId, step.Code)]]))]);
    }
}

/// <summary>A task as the board counts it.</summary>
internal sealed record BoardSource(
    string Id, string Title, Office.Tasks.TaskState State, bool IsLive, bool IsReturned, bool IsApproval, string? UnitId, string StepCode, string? Who, DateTimeOffset? DueAt, DateTimeOffset? EndedAt);

/// <summary>How tasks of a cell become its state on a day.</summary>
/// <param name="Now">Now.</param>
/// <param name="Calendar">Which days are worked.</param>
internal sealed record BoardDay(DateTimeOffset Now, WorkingCalendar Calendar)
{
    private readonly Dictionary<DateTimeOffset, DueState> _states = [];

    public BoardCell Cell(StepProgress step, IReadOnlyList<BoardSource> tasks)
    {
        BoardSource[] open = [.. tasks.Where(task => task.IsLive).OrderBy(task => task.DueAt ?? DateTimeOffset.MaxValue)];
        BoardSource[] ended = [.. tasks.Where(task => !task.IsLive).OrderByDescending(task => task.EndedAt)];
        var overdue = open.Count(task => StateOf(task.DueAt) == DueState.Overdue);
        var (tone, word) = State(step, open, ended, overdue);
        DateTimeOffset? date = open.Length > 0 ? open[0].DueAt : ended.Length > 0 ? ended[0].EndedAt : null;
        return new BoardCell(step.Code, tone, word, date is { } at ? OfficeTime.DateOf(at) : null, [.. open.Concat(ended).Select(Shown)], overdue);
    }

    private (StateTone Tone, string Word) State(StepProgress step, BoardSource[] open, BoardSource[] ended, int overdue) => (open, ended) switch
    {
        _ when overdue > 0 => (StateTone.Overdue, "逾期"),
        _ when open.Any(task => task.IsReturned) => (StateTone.Returned, "退回"),
        _ when open.Any(task => StateOf(task.DueAt) is DueState.Soon or DueState.Today) => (StateTone.Soon, "即将到期"),
        _ when open.Length > 0 && open.All(task => task.IsApproval) => (StateTone.ToSign, "待审签"),
        ({ Length: > 0 }, _) => (StateTone.Active, "进行中"),
        (_, { Length: > 0 }) when ended.All(task => task.State != Office.Tasks.TaskState.Completed) => (StateTone.Idle, "已关闭"),
        (_, { Length: > 0 }) => (StateTone.Done, step.RestsUntil is null ? "完成" : "本轮完成"),
        _ when step.State == StepState.Done => (StateTone.Done, "完成"),
        _ => (StateTone.Idle, step.State == StepState.Active ? "等待" : "未开始"),
    };

    // The same deadline stands in a hundred cells.
    private DueState StateOf(DateTimeOffset? dueAt)
    {
        if (dueAt is not { } due)
        {
            return DueState.None;
        }

        if (!_states.TryGetValue(due, out var state))
        {
            _states[due] = state = RemainingTime.Of(Now, due, Calendar).State;
        }

        return state;
    }

    private static BoardTask Shown(BoardSource task) => new(task.Id, task.Title, task.State, task.IsLive, task.Who, task.DueAt, task.EndedAt);
}
