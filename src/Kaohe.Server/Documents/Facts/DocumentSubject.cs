namespace Kaohe.Server.Documents.Facts;

/// <summary>What a document is about, as far as the values of its fields depend on it.</summary>
/// <param name="Template">Name of the template.</param>
/// <param name="CycleYear">The assessed year.</param>
/// <param name="UnitId">The one unit that it is about; null when it is addressed to many.</param>
/// <param name="DueAt">Deadline of the step; null without.</param>
/// <param name="At">Now.</param>
public sealed record DocumentSubject(string Template, int CycleYear, string? UnitId, DateTimeOffset? DueAt, DateTimeOffset At)
{
    /// <summary>What the flow was drawn with, by field name.</summary>
    public IReadOnlyDictionary<string, object?> Given { get; init; } = new Dictionary<string, object?>();

    /// <summary>The units it is addressed to; empty for one that goes to nobody in particular.</summary>
    public IReadOnlyCollection<string> RecipientIds { get; init; } = [];
}
