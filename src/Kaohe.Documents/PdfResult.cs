namespace Kaohe.Documents;

/// <summary>A PDF made from a Word document.</summary>
/// <param name="Bytes">The file, also when there are problems, for a preview.</param>
/// <param name="Pages">Number of pages.</param>
/// <param name="Problems">What it could not show. Nothing is left out without an entry here.</param>
public sealed record PdfResult(byte[] Bytes, int Pages, IReadOnlyList<DocumentProblem> Problems)
{
    /// <summary>True when the PDF shows everything that the Word document holds; only then may it be signed and sent.</summary>
    public bool IsFaithful => !Problems.Any(problem => problem.IsBlocking);
}
