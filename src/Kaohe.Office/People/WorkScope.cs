namespace Kaohe.Office.People;

/// <summary>What a piece of work is, as far as a delegation cares.</summary>
/// <param name="StepCode">One of the 11 steps, or none.</param>
/// <param name="Kind">Kind of task or document, or none.</param>
/// <param name="IsSigning">Whether it is a signature under a document.</param>
/// <param name="IsDocument">Whether it is an act on a document; a signature always is.</param>
public sealed record WorkScope(string? StepCode = null, string? Kind = null, bool IsSigning = false, bool IsDocument = false)
{
    /// <summary>Kind of the task that asks a leader to sign a document.</summary>
    public const string SignOffKind = "sign-off";

    /// <summary>Kinds of tasks that put a signature under a paper: a proxy needs the right to sign for them.</summary>
    public static IReadOnlyList<string> SigningKinds { get; } = [SignOffKind, "self-assessment-signature", "team-report-signature", "responsibility-signing"];

    /// <summary>What a task is.</summary>
    /// <param name="stepCode">One of the 11 steps, or none.</param>
    /// <param name="kind">Kind of the task.</param>
    /// <param name="documentKind">Kind of the document that it asks to sign, or none.</param>
    public static WorkScope OfTask(string? stepCode, string kind, string? documentKind) => new(stepCode, documentKind ?? kind, SigningKinds.Contains(kind));
}

/// <summary>The two sorts of work that a person may hand to a proxy.</summary>
[Flags]
public enum DelegatedWork
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Tasks.</summary>
    Tasks = 1,

    /// <summary>Documents: checking, and signing where that is said outright.</summary>
    Documents = 2,

    /// <summary>Both.</summary>
    All = Tasks | Documents,
}

/// <summary>What a proxy may do for the principal. Empty lists mean "all".</summary>
public sealed record DelegationScope
{
    /// <summary>All work but signatures.</summary>
    public static DelegationScope AllButSigning { get; } = new();

    /// <summary>All work and signatures.</summary>
    public static DelegationScope Everything { get; } = new() { IncludesSigning = true };

    /// <summary>Tasks, documents or both.</summary>
    public DelegatedWork Works { get; init; } = DelegatedWork.All;

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
        && Works.HasFlag(work.IsSigning || work.IsDocument ? DelegatedWork.Documents : DelegatedWork.Tasks)
        && (StepCodes.Count == 0 || (work.StepCode is { } step && StepCodes.Contains(step)))
        && (Kinds.Count == 0 || (work.Kind is { } kind && Kinds.Contains(kind)));

    /// <summary>Whether some work could fall under both.</summary>
    /// <param name="other">Another scope.</param>
    public bool Overlaps(DelegationScope other) => (Works & other.Works) != DelegatedWork.None && Meet(StepCodes, other.StepCodes) && Meet(Kinds, other.Kinds);

    private static bool Meet(IReadOnlyList<string> one, IReadOnlyList<string> two) =>
        one.Count == 0 || two.Count == 0 || one.Intersect(two).Any();
}
