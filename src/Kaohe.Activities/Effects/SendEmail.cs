namespace Kaohe.Activities.Effects;

/// <summary>Sends a mail to roles, units or addresses. Fire and forget: delivery is retried by the outbox and seen on the page 邮件.</summary>
public sealed record SendEmail
{
    /// <summary>The assessed year; null outside of one.</summary>
    public int? CycleYear { get; init; }

    /// <summary>Units whose people receive it; null for none.</summary>
    public AudienceSpec? Audience { get; init; }

    /// <summary>Role that receives it; with a unit audience <c>unit</c> means the units' people. Null for none.</summary>
    public string? Role { get; init; }

    /// <summary>Addresses outside of the directory.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Text, in paragraphs.</summary>
    public string Body { get; init; } = "";

    /// <summary>Documents to attach.</summary>
    public IReadOnlyList<string> DocumentIds { get; init; } = [];
}
