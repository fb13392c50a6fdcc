namespace Kaohe.Assessment;

/// <summary>A field that may not be left empty.</summary>
/// <param name="path">The path of the field.</param>
/// <param name="text">What was written.</param>
/// <param name="name">The field's Chinese name.</param>
/// <param name="citation">Where the duty to fill it stands.</param>
public sealed class TextRequiredRule(string path, string? text, string name, string citation) : Rule
{
    /// <inheritdoc/>
    public override string Citation => citation;

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new Problem(path, $"“{name}”没有填写，请补充。");
        }
    }
}
