namespace Kaohe.Documents;

/// <summary>One thing that is wrong with a document or template.</summary>
/// <param name="Code">Stable, for programs and tests; see <see cref="ProblemCodes"/>.</param>
/// <param name="Where">Part and place, for example <c>正文第3段</c>; empty when the whole file is meant.</param>
/// <param name="Message">Chinese: what is wrong and what to do.</param>
/// <param name="IsBlocking">False for advice; true when the document must not be signed off, or the template not be used, as it is.</param>
public sealed record DocumentProblem(string Code, string Where, string Message, bool IsBlocking = true)
{
    /// <inheritdoc/>
    public override string ToString() => Where.Length == 0 ? Message : $"{Where}：{Message}";
}
