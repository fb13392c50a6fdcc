using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>The office closes a task without the person's answer, with a reason; the flow goes on with <see cref="TaskOutcome.ClosedByOffice"/>.</summary>
public sealed record CloseTask : TaskCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Verb => "关闭";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.Manage;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) => [new TaskMustBeLive(task), new ReasonMustBeGiven(Reason, Verb)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        var closed = task.Ended(TaskState.Closed, Actor, At, TaskOutcome.ClosedByOffice.Code, Reason).WithoutOwner() with { ResubmitToIds = [] };
        List<TaskFollowUp> after = [];
        if (task.AssigneeId is { } has)
        {
            after.Add(new NotifyPeople(NoticeKind.TaskTaken, [has], $"“{task.Title}”由{Actor.Name}关闭：{Reason}"));
        }

        after.Add(task switch
        {
            { RoundId: { } round, SeatId: { } seat } => new AnswerSeat(round, seat, TaskOutcome.ClosedByOffice.Code, OutcomeMeaning.Agrees, Actor.Person.Ref, Reason, Data: null),

            // Its bookmark was consumed when it was completed the first time: what was submitted then stands.
            { ResubmitToIds: [_, ..] } => new UpdateWorkflowOutput(task.InstanceId, task.ActivityExecutionId, TaskOutcome.ClosedByOffice.Code, task.Data),
            _ => new ResumeWorkflow(task.InstanceId, task.ActivityExecutionId, task.BookmarkId, TaskOutcome.ClosedByOffice.Code, Data: null),
        });
        after.AddRange(task.ResubmitToIds.Select(id =>
            new ChangeOtherTask(id, OtherTaskChange.Resume, task.Id, $"“{task.Title}”由{Actor.Name}关闭，按原提交内容")));
        return new(closed, [Event(task, TaskEventKind.Closed, Reason)], after);
    }
}
