using System.Globalization;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Assessment.Readings;
using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.DemoCity;

/// <summary>Makes targets and certified readings. The formulas stand in data/demo-city/README.md.</summary>
internal sealed class DemoFigures(
    DemoProfile profile,
    IReadOnlyDictionary<string, DemoFigure> figures,
    IReadOnlyList<FiveYearGoal> goals,
    DemoHash hash,
    DemoStrength strength,
    int year)
{
    private const decimal IndicatorSpread = 0.25m;
    private const decimal GapsBelow = 0.35m;

    private readonly DateTimeOffset _certifiedAt = new(year + 1, 1, 20, 10, 0, 0, TimeSpan.FromHours(8));

    public IEnumerable<Target> Targets(Unit unit, IndicatorTree tree)
    {
        foreach (var indicator in tree.Indicators())
        {
            var figure = figures[indicator.Code];
            if (figure.Kind == DemoFigureKind.Amount)
            {
                var start = Start(unit, indicator, figure);
                var growth = Growth(indicator, figure);
                yield return new Target
                {
                    UnitId = unit.Id,
                    IndicatorCode = indicator.Code,
                    Sure = Shown.HalfUp(start * (1m + growth), figure.Decimals),
                    Stretch = Shown.HalfUp(start * (1m + (1.3m * growth)), figure.Decimals),
                    Base = start,
                };
            }
            else if (figure.Target is { } target)
            {
                yield return new Target { UnitId = unit.Id, IndicatorCode = indicator.Code, Sure = target };
            }
        }
    }

    public IEnumerable<Reading> Readings(Unit unit, IndicatorTree tree) => tree.Indicators().Select(indicator => Reading(unit, indicator));

    private Reading Reading(Unit unit, Indicator indicator)
    {
        var figure = figures[indicator.Code];
        var performance = strength.In(unit.Id, indicator.Code, IndicatorSpread);
        var gap = Gap(unit, indicator);
        return new Reading
        {
            UnitId = unit.Id,
            IndicatorCode = indicator.Code,
            Period = year.ToString(CultureInfo.InvariantCulture),
            Value = Value(unit, indicator, figure, performance),
            Deductions = figure.Kind == DemoFigureKind.Deduction ? Deductions(indicator, figure, performance) : [],
            Evidence = gap == DemoGap.NoEvidence ? [] : [new Evidence($"{year}年“{indicator.Name}”认定材料")],
            Certification = gap == DemoGap.None ? new Certification(indicator.CertifierUnitId, $"{indicator.CertifierUnitId}-liaison", _certifiedAt) : null,
        };
    }

    private decimal Value(Unit unit, Indicator indicator, DemoFigure figure, decimal performance) => figure.Kind switch
    {
        DemoFigureKind.Amount => Shown.HalfUp(
            Start(unit, indicator, figure) * (1m + Growth(indicator, figure)) * (0.72m + (0.36m * performance)), figure.Decimals),
        DemoFigureKind.Level => Shown.HalfUp(figure.Worst + ((figure.Best - figure.Worst) * performance), figure.Decimals),
        _ => 0m,
    };

    private decimal Start(Unit unit, Indicator indicator, DemoFigure figure)
    {
        var size = figure.Scaled && profile.Sizes.TryGetValue(unit.Id, out var own) ? own : 1m;
        return Shown.HalfUp(figure.Start * size * (0.9m + (0.2m * hash.Unit(unit.Id, indicator.Code, "start"))), figure.Decimals);
    }

    private decimal Growth(Indicator indicator, DemoFigure figure) =>
        (figure.Growth ?? goals.First(goal => goal.Code == indicator.GoalCode).AnnualGrowth) / 100m;

    /// <summary>One deduction for each fifth that the performance lacks to 0.8, each a sixth of the indicator's points.</summary>
    private static List<DeductionEntry> Deductions(Indicator indicator, DemoFigure figure, decimal performance)
    {
        var count = performance >= 0.8m ? 0 : (int)Math.Ceiling((0.8m - performance) / 0.2m);
        return
        [
            .. Enumerable.Range(0, count).Select(place => new DeductionEntry(
                Shown.HalfUp(indicator.Weight / 6m, 1), figure.Reasons[place % figure.Reasons.Count], indicator.CertifierUnitId)),
        ];
    }

    /// <summary>Weak units also report badly: some figures lack certification or evidence.</summary>
    private DemoGap Gap(Unit unit, Indicator indicator)
    {
        var likelihood = 0.9m * Math.Max(0m, GapsBelow - strength.Of(unit.Id));
        if (hash.Unit(unit.Id, indicator.Code, "gap") >= likelihood)
        {
            return DemoGap.None;
        }

        return hash.Index(2, unit.Id, indicator.Code, "which") == 0 ? DemoGap.NotCertified : DemoGap.NoEvidence;
    }

    private enum DemoGap
    {
        None,
        NotCertified,
        NoEvidence,
    }
}
