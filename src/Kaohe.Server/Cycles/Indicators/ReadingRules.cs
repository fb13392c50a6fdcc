using Kaohe.Assessment;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Assessment.Units;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>Reported figures name known units, their own indicators and a period of the year, each once, and are such as the indicator can reach.</summary>
/// <param name="year">The year.</param>
/// <param name="figures">The figures.</param>
/// <param name="units">The units by id.</param>
/// <param name="trees">The year's trees.</param>
public sealed class FiguresFitRule(
    int year, IReadOnlyList<ReportedFigure> figures, IReadOnlyDictionary<string, Unit> units, IReadOnlyList<IndicatorTree> trees) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：决不允许出现弄虚作假、虚报浮夸";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => [.. Once.Problems(), .. figures.SelectMany(Check)];

    private StatedOnceRule Once => new(
        from figure in figures
        let period = figure.Period ?? ReadingService.WholeYear(year)
        select (
            $"readings[{figure.UnitId}.{figure.IndicatorCode}].periods[{period}]",
            $"{units.GetValueOrDefault(figure.UnitId)?.ShortName ?? figure.UnitId}“{figure.IndicatorCode}”{period} 的完成值"));

    private IEnumerable<Problem> Check(ReportedFigure figure)
    {
        var path = $"readings[{figure.UnitId}.{figure.IndicatorCode}]";
        if (!units.TryGetValue(figure.UnitId, out var unit))
        {
            yield return new Problem(path, $"没有编号为“{figure.UnitId}”的单位，请核对。");
            yield break;
        }

        var found = new IndicatorIsOfUnitRule(unit, trees, figure.IndicatorCode);
        foreach (var problem in found.Problems())
        {
            yield return problem with { Path = path };
        }

        foreach (var problem in found.Indicator is { } indicator ? Range(figure, path, indicator) : [])
        {
            yield return problem;
        }

        if (figure.Period is { } period && !IsOfYear(period))
        {
            yield return new Problem($"{path}.period", $"期间“{period}”不属于 {year} 年度，应填 {year} 或 {year}Q1 至 {year}Q4。");
        }

        foreach (var problem in (figure.Deductions ?? []).SelectMany((entry, place) => new DeductionHasReasonRule(entry, place).Problems()))
        {
            yield return problem with { Path = $"{path}.{problem.Path}" };
        }
    }

    private static IEnumerable<Problem> Range(ReportedFigure figure, string path, Indicator indicator) =>
    [
        .. new FigureIsPossibleRule($"{path}.value", indicator.Name, indicator.Measure, figure.Value).Problems(),
        .. new DeductionsWithinPointsRule(indicator, figure.Deductions ?? []).Problems().Select(problem => problem with { Path = $"{path}.{problem.Path}" }),
    ];

    private bool IsOfYear(string period)
    {
        var whole = ReadingService.WholeYear(year);
        return period == whole || (period.Length == whole.Length + 2 && period.StartsWith(whole + "Q", StringComparison.Ordinal) && period[^1] is >= '1' and <= '4');
    }
}

/// <summary>A figure on record changes only with a reason.</summary>
/// <param name="changed">Figures that differ from what is on record.</param>
public sealed class CorrectionsHaveReasonsRule(IReadOnlyList<ReportedFigure> changed) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案：修改完成值须写明理由，原值留痕";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => changed.SelectMany(figure => new ReasonRequiredRule(
        $"readings[{figure.UnitId}.{figure.IndicatorCode}].reason", figure.Reason, "修改完成值").Problems());
}

/// <summary>What is certified together is certified wholly or not at all.</summary>
/// <param name="problems">What stands in the way.</param>
public sealed class EveryReadingIsCertifiableRule(IReadOnlyList<Problem> problems) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案：每项指标由其数据认定部门认定";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => problems;
}
