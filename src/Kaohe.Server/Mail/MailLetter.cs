namespace Kaohe.Server.Mail;

/// <summary>A mail to one person, before it is worded.</summary>
public sealed record MailLetter
{
    /// <summary>The person; null for an address outside of the directory.</summary>
    public string? PersonId { get; init; }

    /// <summary>Name of the recipient.</summary>
    public required string Name { get; init; }

    /// <summary>Address; null when the person has none on record.</summary>
    public string? Address { get; init; }

    /// <summary>Subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Which template words it (<see cref="MailTemplates"/>).</summary>
    public required string Template { get; init; }

    /// <summary>What the template shows, by name; plain values.</summary>
    public IReadOnlyDictionary<string, object?> Model { get; init; } = new Dictionary<string, object?>();

    /// <summary>Documents to attach; one that the person may not read is left out.</summary>
    public IReadOnlyList<string> DocumentIds { get; init; } = [];

    /// <summary>The mails that are told in this one; none in a mail that tells of one thing.</summary>
    public IReadOnlyList<MailLetter> Told { get; init; } = [];

    /// <summary>The assessed unit it is about; null when it is about none.</summary>
    public string? UnitId { get; init; }

    /// <summary>The task it is about; null when none.</summary>
    public string? TaskId { get; init; }

    /// <summary>The document it is about; null when none.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Assessment year; null outside of one.</summary>
    public int? CycleYear { get; init; }
}
