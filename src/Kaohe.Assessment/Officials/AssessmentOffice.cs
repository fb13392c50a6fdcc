namespace Kaohe.Assessment.Officials;

/// <summary>考核办: sits in 市委组织部 and carries out the assessment (five duties in the seed).</summary>
public sealed record AssessmentOffice
{
    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary>The unit in which it sits.</summary>
    public required string HostUnitId { get; init; }

    /// <summary>主任.</summary>
    public required string DirectorId { get; init; }

    /// <summary>Everybody who works there, the director included.</summary>
    public required IReadOnlyList<string> StaffIds { get; init; }

    /// <summary>Telephone, for notices.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Mailbox for reports by the public (举报邮箱).</summary>
    public string Email { get; init; } = "";
}
