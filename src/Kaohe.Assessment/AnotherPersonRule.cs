namespace Kaohe.Assessment;

/// <summary>Two steps of one matter are done by two people.</summary>
/// <param name="path">The path of the field that names the second person.</param>
/// <param name="first">Who did the first step.</param>
/// <param name="second">Who does the second.</param>
/// <param name="message">What is wrong and what to do, in Chinese.</param>
/// <param name="citation">Where the separation stands.</param>
public sealed class AnotherPersonRule(string path, string? first, string second, string message, string citation) : Rule
{
    /// <inheritdoc/>
    public override string Citation => citation;

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (first == second)
        {
            yield return new Problem(path, message);
        }
    }
}
