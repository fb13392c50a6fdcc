namespace Kaohe.Documents;

/// <summary>One thing that is wrong with a document or template.</summary>
/// <param name="Code">Stable, for programs and tests; see <see cref="ProblemCodes"/>.</param>
/// <param name="Where">Part and place, for example <c>正文第3段</c>; empty when the whole file is meant.</param>
/// <param name="Message">Chinese: what is wrong and what to do.</param>
public sealed record DocumentProblem(string Code, string Where, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Where.Length == 0 ? Message : $"{Where}：{Message}";
}
