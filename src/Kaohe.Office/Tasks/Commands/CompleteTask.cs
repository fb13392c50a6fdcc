using System.Text.Json;
using Kaohe.Office.People;
using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>办结: submits the form with an outcome. Problems of the form travel in <see cref="OfficeCommand.Findings"/>.</summary>
public sealed record CompleteTask : TaskCommand
{
    /// <summary>One of the task's outcomes.</summary>
    public required string OutcomeCode { get; init; }

    /// <summary>Opinion; some outcomes need one.</summary>
    public string? Opinion { get; init; }

    /// <summary>What was filled in.</summary>
    public JsonElement? Data { get; init; }

    /// <inheritdoc/>
    public override string Verb => "办结";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.Act;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) =>
    [
        new TaskMustNotBeLent(task),
        new OutcomeMustBeOffered(task, OutcomeCode),
        new OpinionMustBeGiven(Outcome(task), Opinion),
        new ApproverMustNotBeSubmitter(task, Actor.Person.Ref, new PersonRef(task.PrincipalId ?? Actor.Id, task.PrincipalName ?? Actor.Name)),
    ];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        var outcome = Outcome(task)!;
        var data = Data?.Clone();
        var done = task.Ended(TaskState.Completed, Actor, At, OutcomeCode, Opinion) with
        {
            Data = data,
            Draft = null,
            ResubmitToIds = [],
            ReturnReason = null,
        };
        var verb = task.ReturnReason is null ? outcome.Label : $"重新提交（{outcome.Label}）";
        return new(done, [Event(task, TaskEventKind.Completed, Opinion, verb: verb)], [.. After(task, outcome, data)]);
    }

    // A task that was sent back goes straight to who waits for it; its bookmark was consumed the first time.
    private IEnumerable<TaskFollowUp> After(HumanTask task, TaskOutcome outcome, JsonElement? data)
    {
        yield return task switch
        {
            { RoundId: { } round, SeatId: { } seat } => new AnswerSeat(round, seat, OutcomeCode, outcome.Meaning, Actor.Person.Ref, Opinion, data),
            { ResubmitToIds: [_, ..] } => new UpdateWorkflowOutput(task.InstanceId, task.ActivityExecutionId, OutcomeCode, data),
            _ => new ResumeWorkflow(task.InstanceId, task.ActivityExecutionId, task.BookmarkId, OutcomeCode, data),
        };
        foreach (var waiting in task.ResubmitToIds)
        {
            yield return new ChangeOtherTask(waiting, OtherTaskChange.Resume, task.Id, $"{Actor.Name}已重新提交“{task.Title}”")
            {
                SubmitterIds = [Actor.Id, .. task.PrincipalId is { } principal ? [principal] : Array.Empty<string>()],
            };
        }
    }

    private TaskOutcome? Outcome(HumanTask task) => task.Outcomes.FirstOrDefault(outcome => outcome.Code == OutcomeCode);
}
