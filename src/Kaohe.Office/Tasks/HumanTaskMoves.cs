using Kaohe.Office.People;

namespace Kaohe.Office.Tasks;

/// <summary>Moves that several commands share.</summary>
internal static class HumanTaskMoves
{
    private const int RememberedUrges = 20;

    public static HumanTask GivenTo(this HumanTask task, ResolvedAssignee to, DateTimeOffset at) => task with
    {
        State = TaskState.Assigned,
        AssigneeId = to.Assignee.Id,
        AssigneeName = to.Assignee.Name,
        PrincipalId = to.Principal?.Id,
        PrincipalName = to.Principal?.Name,
        AssignedAt = at,
        ParticipantIds = task.ParticipantIds.With(to.Assignee.Id),
    };

    public static HumanTask WithoutOwner(this HumanTask task) => task with { OwnerId = null, OwnerName = null };

    public static HumanTask Ended(this HumanTask task, TaskState state, Actor by, DateTimeOffset at, string? outcome, string? opinion) => task with
    {
        State = state,
        OutcomeCode = outcome,
        Opinion = opinion,
        EndedAt = at,
        FirstCompletedAt = state == TaskState.Completed ? task.FirstCompletedAt ?? at : task.FirstCompletedAt,
        EndedById = by.Id,
        EndedByName = by.Name,
    };

    public static HumanTask LiveAgain(this HumanTask task) => task with
    {
        OutcomeCode = null,
        Opinion = null,
        EndedAt = null,
        EndedById = null,
        EndedByName = null,
        Draft = task.Data ?? task.Draft,
    };

    public static HumanTask Urged(this HumanTask task, DateTimeOffset at) => task with { UrgedAt = [.. task.UrgedAt.TakeLast(RememberedUrges - 1), at] };

    public static IReadOnlyList<string> With(this IReadOnlyList<string> ids, params IEnumerable<string> more) => [.. ids.Union(more)];
}
