namespace Kaohe.Office.People;

/// <summary>What a piece of work is, as far as a delegation cares.</summary>
/// <param name="StepCode">One of the 11 steps, or none.</param>
/// <param name="Kind">Kind of task or document, or none.</param>
/// <param name="IsSigning">Whether it is a signature under a document.</param>
public sealed record WorkScope(string? StepCode = null, string? Kind = null, bool IsSigning = false);

/// <summary>What a proxy may do for the principal. Empty lists mean "all".</summary>
public sealed record DelegationScope
{
    /// <summary>All work but signatures.</summary>
    public static DelegationScope AllButSigning { get; } = new();

    /// <summary>All work and signatures.</summary>
    public static DelegationScope Everything { get; } = new() { IncludesSigning = true };

    /// <summary>Steps it is limited to.</summary>
    public IReadOnlyList<string> StepCodes { get; init; } = [];

    /// <summary>Kinds of task or document it is limited to.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Whether the proxy may sign documents; must be said outright.</summary>
    public bool IncludesSigning { get; init; }

    /// <summary>Whether a piece of work falls under it.</summary>
    /// <param name="work">The work.</param>
    public bool Covers(WorkScope work) =>
        (IncludesSigning || !work.IsSigning)
        && (StepCodes.Count == 0 || (work.StepCode is { } step && StepCodes.Contains(step)))
        && (Kinds.Count == 0 || (work.Kind is { } kind && Kinds.Contains(kind)));

    /// <summary>Whether some work could fall under both.</summary>
    /// <param name="other">Another scope.</param>
    public bool Overlaps(DelegationScope other) => Meet(StepCodes, other.StepCodes) && Meet(Kinds, other.Kinds);

    private static bool Meet(IReadOnlyList<string> one, IReadOnlyList<string> two) =>
        one.Count == 0 || two.Count == 0 || one.Intersect(two).Any();
}
