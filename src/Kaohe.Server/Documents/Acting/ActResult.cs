using Kaohe.Server.Shell.Http;

namespace Kaohe.Server.Documents.Acting;

/// <summary>What came of an act: the document, or every problem in Chinese. Nothing was changed when there are problems.</summary>
/// <param name="Answer">Where the document stands; null when the person may not know of it.</param>
/// <param name="Problems">Why nothing was changed; empty on success.</param>
public sealed record ActResult(DocumentAnswer? Answer, IReadOnlyList<FieldProblem> Problems)
{
    /// <summary>Whether it is in effect.</summary>
    public bool IsDone => Problems.Count == 0;

    /// <summary>No such document for this person.</summary>
    public bool IsInvisible => Answer is null;
}
