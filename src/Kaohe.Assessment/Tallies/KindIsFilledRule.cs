namespace Kaohe.Assessment.Tallies;

/// <summary>Every number of a kind's count is written, a nought too: an empty cell says that nobody has counted.</summary>
/// <param name="path">Path of the kind.</param>
/// <param name="name">Chinese name of the kind.</param>
/// <param name="cells">The cells: path within the kind, Chinese label, number; null where nothing is written.</param>
public sealed class KindIsFilledRule(string path, string name, IReadOnlyList<(string Field, string Label, int? Number)> cells) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：认真细致、一丝不苟、客观公正地操作";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => cells
        .Where(cell => cell.Number is null)
        .Select(cell => new Problem($"{path}.{cell.Field}", $"没有填写“{name}”的“{cell.Label}”票数；没有的请填 0。"));
}
