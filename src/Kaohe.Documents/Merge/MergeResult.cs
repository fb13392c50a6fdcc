namespace Kaohe.Documents.Merge;

/// <summary>A merged Word document.</summary>
/// <param name="Bytes">The .docx. The same template and data give the same bytes.</param>
/// <param name="Missing">Fields the data knows but gives no value for (null); each once, in order of appearance.</param>
/// <param name="Unknown">Fields the data does not know at all, as a rule a slip of the pen in the template.</param>
public sealed record MergeResult(byte[] Bytes, IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown)
{
    /// <summary>True when every field was filled. A document that is not complete must not be signed off.</summary>
    public bool IsComplete => Missing.Count == 0 && Unknown.Count == 0;
}
