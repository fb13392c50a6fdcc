using Kaohe.Office.People;

namespace Kaohe.Office.Tasks;

/// <summary>Who gets a task that is passed to a person, with delegation applied.</summary>
internal static class TaskReceivers
{
    public static ResolvedAssignee Receiver(this TaskDesk desk, HumanTask task, string personId, DateTimeOffset at) =>
        desk.Delegations.Resolve(desk.Directory.Find(personId)!.Ref, task.Scope, at);

    /// <summary>Person and proxy, for the rules; empty when there is no such person.</summary>
    public static IReadOnlyList<PersonRef> Receivers(this TaskDesk desk, HumanTask task, string personId, DateTimeOffset at) =>
        desk.Directory.Find(personId) is { } person
            ? [.. new[] { person.Ref, desk.Delegations.Resolve(person.Ref, task.Scope, at).Assignee }.Distinct()]
            : [];

    public static string Describe(this ResolvedAssignee to) =>
        to.Principal is { } principal ? $"交{to.Assignee.Name}（代{principal.Name}）" : $"交{to.Assignee.Name}";
}
