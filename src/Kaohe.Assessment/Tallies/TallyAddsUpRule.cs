using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Tallies;

/// <summary>A tally's numbers add up: 发出 ≥ 收回 = 有效 + 无效, and the ticks make the valid ballots.</summary>
/// <param name="tally">The tally.</param>
/// <param name="scheme">The counting rules of its component.</param>
public sealed class TallyAddsUpRule(BallotTally tally, BallotScheme scheme) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：认真细致、一丝不苟、客观公正地操作";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() =>
    [
        .. scheme.Kinds.Where(kind => tally.Kind(kind.Code) is null).Select(kind =>
            new Problem($"kinds[{kind.Code}]", $"没有填写“{kind.Name}”的票数；没有发票的请填 0。")),
        .. tally.Kinds.GroupBy(kind => kind.KindCode).Where(same => same.Count() > 1).Select(same =>
            new Problem($"kinds[{same.Key}]", $"票类“{same.Key}”填了 {same.Count()} 次，请合并。")),
        .. tally.Kinds.SelectMany(CheckKind),
    ];

    private IEnumerable<Problem> CheckKind(KindTally kind)
    {
        var path = $"kinds[{kind.KindCode}]";
        var planned = scheme.Kinds.FirstOrDefault(planned => planned.Code == kind.KindCode);
        if (planned is null)
        {
            yield return new Problem(path, $"方案中没有票类“{kind.KindCode}”，请删除。");
            yield break;
        }

        foreach (var problem in CheckNumbers(path, planned.Name, kind).Concat(CheckOptions(path, planned.Name, kind)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> CheckNumbers(string path, string name, KindTally kind)
    {
        (string Field, string Label, int Value)[] numbers =
            [("issued", "发出", kind.Issued), ("returned", "收回", kind.Returned), ("valid", "有效", kind.Valid), ("invalid", "无效", kind.Invalid)];
        foreach (var (field, label, value) in numbers.Where(number => number.Value < 0))
        {
            yield return new Problem($"{path}.{field}", $"“{name}”{label}票数为 {value}，不能是负数。");
        }

        if (kind.Returned > kind.Issued)
        {
            yield return new Problem($"{path}.returned", $"“{name}”收回 {kind.Returned} 张，多于发出的 {kind.Issued} 张，请核对。");
        }

        if (kind.Valid + kind.Invalid != kind.Returned)
        {
            yield return new Problem(
                $"{path}.valid",
                $"“{name}”有效 {kind.Valid} 张加无效 {kind.Invalid} 张，不等于收回的 {kind.Returned} 张，请核对。");
        }
    }

    private IEnumerable<Problem> CheckOptions(string path, string name, KindTally kind)
    {
        foreach (var (code, count) in kind.Counts)
        {
            if (scheme.Options.All(option => option.Code != code))
            {
                yield return new Problem($"{path}.counts[{code}]", $"方案中没有选项“{code}”，请删除。");
            }

            if (count < 0)
            {
                yield return new Problem($"{path}.counts[{code}]", $"“{name}”的选项票数不能是负数。");
            }
        }

        var counted = scheme.Options.Where(option => option.Value is not null).Sum(option => kind.Count(option.Code));
        if (counted != kind.Valid)
        {
            yield return new Problem($"{path}.counts", $"“{name}”各选项合计 {counted} 张，不等于有效票 {kind.Valid} 张，请核对。");
        }

        var unknown = scheme.Options.Where(option => option.Value is null).Sum(option => kind.Count(option.Code));
        if (unknown > Math.Max(0, kind.Invalid))
        {
            yield return new Problem($"{path}.invalid", $"“{name}”选不了解的 {unknown} 张多于无效票 {kind.Invalid} 张；不了解计入无效票，请核对。");
        }
    }
}
