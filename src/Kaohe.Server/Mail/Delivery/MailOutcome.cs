namespace Kaohe.Server.Mail.Delivery;

/// <summary>What became of one attempt to send a message.</summary>
/// <param name="Keys">The mails told in it, the first one first.</param>
/// <param name="Path">Its .eml below the mail folder.</param>
internal sealed record MailOutcome(IReadOnlyList<string> Keys, string Path)
{
    /// <summary>Why it did not leave; null when it did.</summary>
    public string? Error { get; init; }

    /// <summary>Whether the server refused it for good (5xx).</summary>
    public bool IsFinal { get; init; }

    /// <summary>When to try again, where that is known and the attempt does not count (a throttled domain, a busy line); null otherwise.</summary>
    public DateTimeOffset? Deferred { get; init; }

    /// <summary>Whether the server could not be reached: the next message would fare no better.</summary>
    public bool IsAway { get; init; }
}
