namespace Kaohe.Assessment.Indicators;

/// <summary>
/// A figure in percent is one that the indicator can reach at all. Only what is surely impossible is refused: a rate of change may be negative, and
/// whoever does more than was asked is above 100. What a share means is read from the indicator's name, because nothing else tells it from a rate of change.
/// </summary>
/// <param name="path">Path of the field.</param>
/// <param name="name">Name of the indicator.</param>
/// <param name="measure">Its unit of measure.</param>
/// <param name="value">The figure.</param>
public sealed class FigureIsPossibleRule(string path, string name, string measure, decimal value) : Rule
{
    private const decimal Whole = 100m;

    // Ten times what was asked is a figure in another unit of measure, not a good year.
    private const decimal MostOverfulfilled = 1000m;

    // 增加值 is an amount and says nothing about change.
    private const string Amount = "增加值";

    private static readonly string[] _mayBeNegative =
        ["增", "降", "减", "速", "幅", "变", "波动", "利润", "收益", "回报", "盈", "赤字", "差", "净", "贡献", "涨", "跌"];

    private static readonly string[] _shares =
    [
        "占比", "比重", "比例", "覆盖率", "普及率", "办结率", "合格率", "达标率", "满意率", "满意度", "安全感", "知晓率", "失业率", "死亡率", "发病率",
        "化解率", "优良率", "纠错率", "及时率", "准确率", "整改率", "处置率",
    ];

    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：决不允许出现弄虚作假、虚报浮夸";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (measure.Trim() is not ("%" or "％"))
        {
            yield break;
        }

        if (Says(_mayBeNegative))
        {
            yield break;
        }

        if (value < 0m)
        {
            yield return new Problem(path, $"“{name}”以 % 计，填的是 {Shown.Number(value)}，不可能为负，请核对。");
        }
        else if (value > Whole && Says(_shares))
        {
            yield return new Problem(path, $"“{name}”以 % 计，填的是 {Shown.Number(value)}，不可能超过 100，请核对。");
        }
        else if (value > MostOverfulfilled)
        {
            yield return new Problem(path, $"“{name}”以 % 计，填的是 {Shown.Number(value)}，不可能超过 1000，请核对是否填错了计量单位。");
        }
    }

    private bool Says(string[] words)
    {
        var text = name.Replace(Amount, "", StringComparison.Ordinal);
        return words.Any(word => text.Contains(word, StringComparison.Ordinal));
    }
}
