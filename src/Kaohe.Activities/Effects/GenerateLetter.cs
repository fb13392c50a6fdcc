namespace Kaohe.Activities.Effects;

/// <summary>
/// Asks for one PDF letter for each unit of the audience, filled from the unit's result. The handler resumes with <see cref="Signals.DocumentSignals.Opened"/>
/// (the unit ids) and then once for each letter with <see cref="Signals.DocumentSignals.Issued"/>.
/// </summary>
public sealed record GenerateLetter
{
    /// <summary>The waiting bookmark; see <see cref="OpenTasks.BookmarkId"/>.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>What the activity calls it.</summary>
    public required string Item { get; init; }

    /// <summary>One of the 11 steps; null outside of them.</summary>
    public string? StepCode { get; init; }

    /// <summary>The assessed year.</summary>
    public required int CycleYear { get; init; }

    /// <summary>Name of the template in the catalogue.</summary>
    public required string TemplateName { get; init; }

    /// <summary>Title of each letter.</summary>
    public required string Title { get; init; }

    /// <summary>The units.</summary>
    public required AudienceSpec Audience { get; init; }

    /// <summary>What the flow knows for the template's fields, the same for all units.</summary>
    public IReadOnlyDictionary<string, object?> Data { get; init; } = new Dictionary<string, object?>();
}
