using System.Text.Json.Serialization;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>Something a person (or the product) wants to do with a task. One file a command: its data, its rules, its effect.</summary>
public abstract record TaskCommand : OfficeCommand
{
    /// <summary>The right it needs.</summary>
    [JsonIgnore]
    public abstract TaskRights Needs { get; }

    internal virtual IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) => [];

    internal abstract TaskChange Apply(HumanTask task, TaskDesk desk);

    private protected TaskEvent Event(HumanTask task, TaskEventKind kind, string? detail = null, IReadOnlyList<string>? people = null, string? verb = null) => new()
    {
        TaskId = task.Id,
        Sequence = task.Version + 1,
        OperationId = OperationId,
        At = At,
        Kind = kind,
        ActorId = Actor.Id,
        ActorName = Actor.Name,
        PrincipalName = task.AssigneeId == Actor.Id ? task.PrincipalName : null,
        Verb = verb ?? Verb,
        Detail = detail,
        PeopleIds = people ?? [],
    };
}
