using Kaohe.Assessment;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>What comes together says a thing once: of two figures for the same place nobody could tell which one holds.</summary>
/// <param name="stated">The path of every thing that comes, and its Chinese name.</param>
public sealed class StatedOnceRule(IEnumerable<(string Path, string Name)> stated) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：决不允许出现弄虚作假、虚报浮夸";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => stated.GroupBy(each => each.Path).Where(same => same.Count() > 1)
        .Select(same => new Problem(same.Key, $"{same.First().Name}填了 {same.Count()} 次，请只留一个。"));
}
