using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kaohe.Office.People;

namespace Kaohe.Office;

/// <summary>Something a person (or the product) wants to do with a task or a document.</summary>
public abstract record OfficeCommand
{
    /// <summary>Made by the page once per intention; the same id again is a retry.</summary>
    public required string OperationId { get; init; }

    /// <summary>Revision the page showed; whether it may be left out says <see cref="NeedsRevision"/>.</summary>
    public long? ExpectedRevision { get; init; }

    /// <summary>Who wants it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Now.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Chinese name of the command.</summary>
    [JsonIgnore]
    public abstract string Verb { get; }

    /// <summary>Whether pages that show an older revision must read again first.</summary>
    [JsonIgnore]
    public virtual bool ChangesRevision => true;

    /// <summary>Whether it only makes sense to somebody who has seen the page: what changes who acts or what is asked does.</summary>
    [JsonIgnore]
    public virtual bool NeedsRevision => ChangesRevision;

    /// <summary>Problems found elsewhere (by the task's own form, by the document renderer) that stop the command along with its rules.</summary>
    [JsonIgnore]
    public IReadOnlyList<Problem> Findings { get; init; } = [];

    // A retry repeats who and what; the clock and the person's roles may have moved on in between.
    internal AppliedOperation Operation()
    {
        var repeated = this with { At = default, Actor = Actor.Of(new Person { Id = Actor.Id, Name = string.Empty }) };
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(repeated, GetType(), OfficeJson.Options));
        return new AppliedOperation(OperationId, $"{GetType().Name}-{Convert.ToHexString(hash, 0, 16)}");
    }

    private protected static string Join(params string?[] parts) => string.Join('，', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
}

/// <summary>A command that has been applied.</summary>
/// <param name="OperationId">Id that the caller gave.</param>
/// <param name="Fingerprint">Hash of what was asked, so that an id used for something else is noticed.</param>
public sealed record AppliedOperation(string OperationId, string Fingerprint)
{
    // Retries are recent; an older one is refused by its revision.
    private const int Remembered = 32;

    internal static IReadOnlyList<AppliedOperation> Append(IReadOnlyList<AppliedOperation> known, AppliedOperation operation) =>
        [.. known.TakeLast(Remembered - 1), operation];
}
