using Kaohe.Office.People;
using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>签收: a candidate takes the task; a proxy takes it in the principal's place; a principal takes it back from the proxy.</summary>
public sealed record ClaimTask : TaskCommand
{
    /// <inheritdoc/>
    public override string Verb => "签收";

    /// <inheritdoc/>
    /// <remarks>Who signs for a task in a list has not seen its page; whether it is still to be had, the right to claim says.</remarks>
    public override bool NeedsRevision => false;

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.Claim;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) =>
        [new ApproverMustNotBeSubmitter(task, [Actor.Person.Ref, .. Principal(task) is { } principal ? [principal] : Array.Empty<PersonRef>()])];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        var principal = Principal(task);
        var claimed = task.GivenTo(new ResolvedAssignee(Actor.Person.Ref, principal, [Actor.Person.Ref]), At);
        TaskFollowUp[] taken = task.AssigneeId is { } former && former != Actor.Id
            ? [new NotifyPeople(NoticeKind.TaskTaken, [former], $"{Actor.Name}已签收“{task.Title}”")]
            : [];
        return new(claimed, [Event(claimed, TaskEventKind.Claimed)], taken);
    }

    private PersonRef? Principal(HumanTask task) => TaskAccess.Of(task, Actor).ClaimsFor;
}
