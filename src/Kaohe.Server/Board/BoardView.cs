using Kaohe.Office.Tasks;
using Kaohe.Server.Cycles;
using Kaohe.Server.Shell.Components;

namespace Kaohe.Server.Board;

/// <summary>进度总览 of a year: units × 11 steps.</summary>
/// <param name="Year">The assessed year.</param>
/// <param name="Steps">The 11 steps with where each stands.</param>
/// <param name="City">What 考核办, 考核组 and leaders have to do for the city as a whole.</param>
/// <param name="Units">The units in their order.</param>
public sealed record BoardView(int Year, IReadOnlyList<StepProgress> Steps, BoardRow City, IReadOnlyList<BoardRow> Units)
{
    /// <summary>How many cells are in a state.</summary>
    public int Count(StateTone tone) => Units.Sum(row => row.Cells.Count(cell => cell.Tone == tone));
}

/// <summary>One row.</summary>
/// <param name="UnitId">The unit; null for the city.</param>
/// <param name="Name">Short name.</param>
/// <param name="Section">Heading under which it stands.</param>
/// <param name="Cells">One cell a step.</param>
public sealed record BoardRow(string? UnitId, string Name, string Section, IReadOnlyList<BoardCell> Cells)
{
    /// <summary>Tasks that are overdue.</summary>
    public int Overdue => Cells.Sum(cell => cell.Overdue);
}

/// <summary>Where a unit stands in a step.</summary>
/// <param name="StepCode">The step.</param>
/// <param name="Tone">The state.</param>
/// <param name="Word">The state as a word.</param>
/// <param name="Date">Deadline of what is open, else the day of the last end; null when there is nothing.</param>
/// <param name="Tasks">Its tasks: open ones by deadline, then ended ones, latest first.</param>
/// <param name="Overdue">How many are overdue.</param>
public sealed record BoardCell(string StepCode, StateTone Tone, string Word, DateOnly? Date, IReadOnlyList<BoardTask> Tasks, int Overdue)
{
    /// <summary>The task that a click opens; null when there is none.</summary>
    public string? TaskId => Tasks.Count == 0 ? null : Tasks[0].Id;
}

/// <summary>A task of a cell.</summary>
/// <param name="Id">The task.</param>
/// <param name="Title">Title.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsLive">Whether it waits for somebody.</param>
/// <param name="Who">Who has it or ended it.</param>
/// <param name="DueAt">Deadline.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record BoardTask(string Id, string Title, TaskState State, bool IsLive, string? Who, DateTimeOffset? DueAt, DateTimeOffset? EndedAt);
