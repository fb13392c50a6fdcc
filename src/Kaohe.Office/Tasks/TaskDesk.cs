using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks;

/// <summary>Where tasks are opened and commands applied: pure, with everything it asks about passed in.</summary>
/// <param name="Directory">All people.</param>
/// <param name="Delegations">All delegations.</param>
/// <param name="Calendar">Which days are worked.</param>
/// <param name="Policy">The office's numbers.</param>
public sealed record TaskDesk(OfficeDirectory Directory, DelegationBook Delegations, WorkingCalendar Calendar, TaskPolicy Policy)
{
    /// <summary>A signed-in person with the people they stand in for at an instant; what every entry path passes to commands.</summary>
    /// <param name="personId">Who is signed in.</param>
    /// <param name="at">Now.</param>
    /// <returns>None when the person is unknown or has left.</returns>
    public Actor? ActorOf(string personId, DateTimeOffset at) =>
        Directory.FindActive(personId) is { } person ? new Actor(person, Delegations.StandInsOf(personId, Directory, at)) : null;

    /// <summary>Opens a task: finds its people, applies delegation, computes the deadline.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="at">Now.</param>
    public TaskResult Open(NewTask request, DateTimeOffset at) => TaskOpening.Open(this, request, at);

    /// <summary>Applies a command, or says everything that stands against it.</summary>
    /// <param name="task">The task as stored.</param>
    /// <param name="command">What is asked.</param>
    public TaskResult Handle(HumanTask task, TaskCommand command)
    {
        var operation = command.Operation();
        if (task.Operations.FirstOrDefault(one => one.OperationId == operation.OperationId) is { } known)
        {
            return known == operation
                ? TaskResult.Repeat(task)
                : TaskResult.Refused(task, new OperationMustBeNew(command.OperationId).ToProblem());
        }

        var access = TaskAccess.Of(task, command.Actor);
        OfficeRule[] gates =
        [
            new TaskMustBeVisible(access.Rights),
            new TaskMustNotBeHandledByOthers(task, command, access),
            new ActorMustHaveRight(command, access),
            new RevisionMustMatch(task.Revision, command),
        ];
        if (Array.Find(gates, gate => gate.IsBroken()) is { } closed)
        {
            return TaskResult.Refused(task, closed.ToProblem());
        }

        IReadOnlyList<Problem> problems = [.. OfficeRule.Check(command.Rules(task, this)), .. command.Findings];
        if (problems.Count > 0)
        {
            return TaskResult.Refused(task, problems);
        }

        var change = command.Apply(task, this);
        var changed = change.Task with
        {
            Version = task.Version + 1,
            Revision = task.Revision + (command.ChangesRevision ? 1 : 0),
            Operations = AppliedOperation.Append(task.Operations, operation),
        };
        return new TaskResult(changed, change.Events, change.FollowUps, []);
    }
}
