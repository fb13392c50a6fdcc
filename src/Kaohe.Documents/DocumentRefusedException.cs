namespace Kaohe.Documents;

/// <summary>A document or template that cannot be worked on at all; carries every problem found.</summary>
public sealed class DocumentRefusedException : Exception
{
    /// <summary>Makes the refusal.</summary>
    public DocumentRefusedException(IReadOnlyList<DocumentProblem> problems, Exception? inner = null)
        : base(string.Join("；", problems), inner) => Problems = problems;

    /// <summary>Makes the refusal for one problem that concerns the whole file.</summary>
    public DocumentRefusedException(string code, string message, Exception? inner = null)
        : this([new DocumentProblem(code, "", message)], inner)
    {
    }

    /// <summary>What is wrong, at least one entry.</summary>
    public IReadOnlyList<DocumentProblem> Problems { get; }
}
