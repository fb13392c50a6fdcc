using Kaohe.Server.Shell.Http;

namespace Kaohe.Server.Tasks.Pages;

/// <summary>What a person is asked before a command.</summary>
/// <param name="Title">Title, e.g. 转办.</param>
/// <param name="Verb">The button that does it.</param>
public sealed record TaskActionQuestion(string Title, string Verb)
{
    /// <summary>A sentence on what will happen.</summary>
    public string? Text { get; init; }

    /// <summary>Label of the reason; null when none is asked for.</summary>
    public string? ReasonLabel { get; init; }

    /// <summary>What usually stands there, to begin with.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Whether the reason must be given.</summary>
    public bool NeedsReason { get; init; } = true;

    /// <summary>People to choose from; null when nobody is chosen.</summary>
    public IReadOnlyList<TaskChoice>? People { get; init; }

    /// <summary>Whether several people may be chosen.</summary>
    public bool SeveralPeople { get; init; }

    /// <summary>Earlier tasks or signers to choose from; null when none is chosen.</summary>
    public IReadOnlyList<TaskChoice>? Targets { get; init; }

    /// <summary>Label of <see cref="Targets"/>.</summary>
    public string TargetLabel { get; init; } = "退回到";

    /// <summary>Where added signers may stand; null when it is not asked.</summary>
    public IReadOnlyList<TaskChoice>? Placements { get; init; }

    /// <summary>Whether a day is chosen.</summary>
    public bool AsksDate { get; init; }

    /// <summary>Does it while the dialog is still open, and gives everything that stands against it, so that nothing typed is lost; null when the caller does it.</summary>
    public Func<TaskActionAnswer, Task<IReadOnlyList<FieldProblem>>>? Act { get; init; }
}

/// <summary>Something to choose.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">As shown.</param>
public sealed record TaskChoice(string Id, string Label);

/// <summary>The answer.</summary>
/// <param name="PersonIds">The people, in the order in which they were chosen.</param>
/// <param name="TargetId">The earlier task, or the signer's seat.</param>
/// <param name="Placement">Where added signers stand.</param>
/// <param name="Date">The day.</param>
/// <param name="Reason">The reason.</param>
public sealed record TaskActionAnswer(IReadOnlyList<string> PersonIds, string TargetId, string Placement, DateOnly? Date, string Reason)
{
    /// <summary>The one person; empty when none was chosen.</summary>
    public string PersonId => PersonIds.Count > 0 ? PersonIds[0] : string.Empty;
}
