using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kaohe.Office.People;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>Something a person (or the product) wants to do with a task. One file a command: its data, its rules, its effect.</summary>
public abstract record TaskCommand
{
    /// <summary>Made by the page once per intention; the same id again is a retry.</summary>
    public required string OperationId { get; init; }

    /// <summary>Revision the page showed. Required by commands that change who acts or what is asked.</summary>
    public long? ExpectedRevision { get; init; }

    /// <summary>Who wants it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Now.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Chinese name of the command.</summary>
    [JsonIgnore]
    public abstract string Verb { get; }

    /// <summary>The right it needs.</summary>
    [JsonIgnore]
    public abstract TaskRights Needs { get; }

    /// <summary>Whether pages that show an older revision must read the task again first.</summary>
    [JsonIgnore]
    public virtual bool ChangesRevision => true;

    /// <summary>Problems found elsewhere (by the task's own form) that stop the command along with its rules.</summary>
    [JsonIgnore]
    public IReadOnlyList<Problem> Findings { get; init; } = [];

    internal virtual IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) => [];

    internal abstract TaskChange Apply(HumanTask task, TaskDesk desk);

    // A retry repeats who and what; the clock and the person's roles may have moved on in between.
    internal string Fingerprint()
    {
        var repeated = this with { At = default, Actor = Actor.Of(new Person { Id = Actor.Id, Name = string.Empty }) };
        return $"{GetType().Name}-{Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(repeated, GetType(), OfficeJson.Options)), 0, 16)}";
    }

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

    private protected static string Join(params string?[] parts) => string.Join('，', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
}
