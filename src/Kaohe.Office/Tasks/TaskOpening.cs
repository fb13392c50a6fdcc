using Kaohe.Office.People;
using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks;

/// <summary>How a task begins.</summary>
internal static class TaskOpening
{
    public static TaskResult Open(TaskDesk desk, NewTask request, DateTimeOffset at)
    {
        var assignment = Assignment.Resolve(
            request.Candidates,
            WorkScope.OfTask(request.StepCode, request.Kind, request.DocumentKind),
            at,
            desk.Directory,
            desk.Delegations,
            request.IsApproval ? request.SubmitterIds : []);
        var task = Describe(desk, request, at);
        IReadOnlyList<Problem> problems =
            [.. OfficeRule.Check([new TaskMustHaveTitle(request), new OutcomesMustDiffer(task.Outcomes)]), .. assignment.Problems];
        if (problems.Count > 0)
        {
            return TaskResult.Refused(task, problems);
        }

        var assigned = assignment.Only is { } sole ? task.GivenTo(sole, at) : task with { State = TaskState.Open };
        TaskEvent opened = new()
        {
            TaskId = task.Id,
            Sequence = task.Version,
            OperationId = $"open:{task.Id}",
            At = at,
            Kind = TaskEventKind.Opened,
            ActorId = request.Requester?.Id ?? Actor.System.Id,
            ActorName = request.Requester?.Name ?? Actor.System.Name,
            Verb = "发起",
            Detail = assignment.Only switch
            {
                null => $"待{assignment.Assignees.Count}人中一人签收",
                { Principal: { } principal } only => $"交{only.Assignee.Name}办理（代{principal.Name}）",
                var only => $"交{only.Assignee.Name}办理" + (only.Note is null ? string.Empty : $"（{only.Note}）"),
            },
            PeopleIds = [.. assignment.Assignees.Select(person => person.Assignee.Id)],
        };
        NotifyPeople notice = new(NoticeKind.TaskGiven, [.. assignment.Assignees.Select(person => person.Assignee.Id)], TitleFor(task, assignment));
        return new TaskResult(assigned, [opened], [notice], []);
    }

    // A proxy reads at once whose work it is.
    private static string TitleFor(HumanTask task, Assignment assignment) =>
        assignment.Only?.Principal is { } principal ? $"{task.Title}（您代{principal.Name}办理）" : task.Title;

    private static HumanTask Describe(TaskDesk desk, NewTask request, DateTimeOffset at) => new()
    {
        Id = request.Id,
        Kind = request.Kind,
        Title = request.Title,
        Instructions = request.Instructions,
        IsApproval = request.IsApproval,
        IsConfidential = request.IsConfidential,
        Priority = request.Priority,
        RequesterId = request.Requester?.Id,
        RequesterName = request.Requester?.Name,
        SubmitterIds = request.SubmitterIds,
        Candidates = request.Candidates,
        UnitId = request.UnitId,
        CycleYear = request.CycleYear,
        StepCode = request.StepCode,
        DocumentKind = request.DocumentKind,
        CreatedAt = at,
        DueAt = request.Deadline is { } deadline
            ? OfficeTime.EndOf(deadline.Resolve(request.DeadlineStart ?? OfficeTime.DateOf(at), desk.Calendar).Date)
            : null,
        DeadlineText = request.Deadline?.ToString(),
        DeadlineStart = request.Deadline is null ? null : request.DeadlineStart ?? OfficeTime.DateOf(at),
        Reminders = request.Reminders,
        FormId = request.FormId,
        FormVersion = request.FormVersion,
        FormStep = request.FormStep,
        ReturnScope = request.ReturnScope,
        PausesWhileReturned = request.PausesWhileReturned,
        Draft = request.Draft,
        Outcomes = request.Outcomes ?? (request.IsApproval ? [TaskOutcome.Agree, TaskOutcome.Disagree] : [TaskOutcome.Done]),
        InstanceId = request.InstanceId,
        ActivityExecutionId = request.ActivityExecutionId,
        BookmarkId = request.BookmarkId,
        RoundId = request.RoundId,
        SeatId = request.SeatId,
    };
}
