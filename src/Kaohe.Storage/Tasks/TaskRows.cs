using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.Tasks;

namespace Kaohe.Storage.Tasks;

/// <summary>How an aggregate becomes rows.</summary>
internal static class TaskRows
{
    public static void Add(KaoheDb db, HumanTask task, TaskOrigin origin)
    {
        var row = New(task, origin);
        Copy(task, row);
        db.Tasks.Add(row);
        db.TaskCandidates.AddRange(task.Candidates.DistinctBy(CandidateKeys.Of).Select(candidate => new TaskCandidateRow
        {
            TaskId = task.Id,
            MatchKey = CandidateKeys.Of(candidate),
            PersonId = candidate.PersonId,
            Role = candidate.Role,
            UnitId = candidate.UnitId,
            PostCode = candidate.PostCode,
            OpenOrder = OpenOrder(task),
        }));
        db.TaskPeople.AddRange(People(task));
    }

    /// <summary>What the candidates' rows of a task say of it.</summary>
    public static long? OpenOrder(HumanTask task) => task.State == TaskState.Open ? InboxOrder.Of(task) : null;

    public static void Copy(HumanTask task, TaskRow row)
    {
        row.Version = task.Version;
        row.State = task.State;
        row.InboxOrder = InboxOrder.Of(task);
        row.IsLive = task.IsLive;
        row.Title = task.Title;
        row.Priority = task.Priority;
        row.IsReturned = task.ReturnReason is not null;
        row.AssigneeId = task.AssigneeId;
        row.AssigneeName = task.AssigneeName;
        row.OwnerId = task.OwnerId;
        row.PrincipalId = task.PrincipalId;
        row.DueAt = task.DueAt;
        row.EndedAt = task.EndedAt;
        row.EndedByName = task.EndedByName;
        row.OutcomeLabel = task.OutcomeLabel;
        row.Json = JsonSerializer.Serialize(task, OfficeJson.Options);
    }

    public static IEnumerable<TaskPersonRow> People(HumanTask task) =>
    [
        .. Parts(task, task.ParticipantIds, TaskPart.Participant),
        .. Parts(task, task.SubmitterIds, TaskPart.Submitter),
        .. Parts(task, task.CopiedToIds, TaskPart.Copied),
    ];

    private static TaskRow New(HumanTask task, TaskOrigin origin) => new()
    {
        Id = task.Id,
        Kind = task.Kind,
        Title = task.Title,
        IsApproval = task.IsApproval,
        IsConfidential = task.IsConfidential,
        UnitId = task.UnitId,
        CycleYear = task.CycleYear,
        StepCode = task.StepCode,
        RequesterId = task.RequesterId,
        CreatedAt = task.CreatedAt,
        InstanceId = task.InstanceId,
        ActivityExecutionId = task.ActivityExecutionId,
        BookmarkId = task.BookmarkId,
        Item = origin.Item,
        ItemKey = origin.ItemKey,
        DocumentIds = origin.DocumentIds.Count == 0 ? null : JsonSerializer.Serialize(origin.DocumentIds, OfficeJson.Options),
        Given = origin.Given?.GetRawText(),
        Json = string.Empty,
    };

    private static IEnumerable<TaskPersonRow> Parts(HumanTask task, IEnumerable<string> ids, TaskPart part) =>
        ids.Distinct(StringComparer.Ordinal).Select(id => new TaskPersonRow { TaskId = task.Id, PersonId = id, Part = part, InboxOrder = InboxOrder.Of(task) });
}
