namespace Kaohe.Activities.Effects;

/// <summary>Numbers and issues a document that was drafted before.</summary>
public sealed record IssueDocument
{
    /// <summary>The waiting bookmark; see <see cref="OpenTasks.BookmarkId"/>.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>What the activity calls it.</summary>
    public required string Item { get; init; }

    /// <summary>The document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Whom it goes to.</summary>
    public required AudienceSpec Audience { get; init; }
}
