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

    /// <summary>Whether the reason must be given.</summary>
    public bool NeedsReason { get; init; } = true;

    /// <summary>People to choose from; null when nobody is chosen.</summary>
    public IReadOnlyList<TaskChoice>? People { get; init; }

    /// <summary>Earlier tasks to choose from; null when none is chosen.</summary>
    public IReadOnlyList<TaskChoice>? Targets { get; init; }

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
/// <param name="PersonId">The person.</param>
/// <param name="TargetId">The earlier task.</param>
/// <param name="Date">The day.</param>
/// <param name="Reason">The reason.</param>
public sealed record TaskActionAnswer(string PersonId, string TargetId, DateOnly? Date, string Reason);
