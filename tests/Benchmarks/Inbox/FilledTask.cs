using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Storage.Tasks;

namespace Kaohe.Benchmarks.Inbox;

/// <summary>One task as the benchmark writes it.</summary>
internal sealed record FilledTask(
    string Id, string Title, TaskState State, string Kind, string UnitId, int Year, string StepCode, string? PersonId, Candidate Candidate, DateTimeOffset? DueAt, DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt, TaskPriority Priority)
{
    /// <summary>As long as the JSON of a task of the year usually is; nothing here reads it.</summary>
    private static readonly string _json = $$"""{"instructions":"{{new string('按', 500)}}"}""";

    public bool IsLive => EndedAt is null;

    public long Order => InboxOrder.Of(new HumanTask
    {
        Id = Id, Kind = Kind, Title = Title, State = State, Priority = Priority, DueAt = DueAt, CreatedAt = CreatedAt, EndedAt = EndedAt, Candidates = [Candidate], Outcomes = [TaskOutcome.Done],
    });

    public object?[] Columns() =>
    [
        Id, 1L, Order, State.ToString(), IsLive, Kind, Title, (int)Priority, false, false, false, UnitId, Year, StepCode, PersonId, PersonId, DueAt, CreatedAt, EndedAt,
        IsLive ? null : PersonId, IsLive ? null : TaskOutcome.Done.Label, _json,
    ];
}
