using System.Globalization;
using Kaohe.Assessment;
using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Assessment.Readings;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>Readings: reported by the unit, certified by the data department. Each method is one change inside the caller's transaction.</summary>
/// <param name="clock">Says when.</param>
public sealed class ReadingService(TimeProvider clock)
{
    /// <summary>The period of a whole year.</summary>
    public static string WholeYear(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reports figures, or corrects them; all or none.</summary>
    /// <exception cref="RulesBrokenException">All problems of all figures, with paths <c>readings[UNIT.CODE].field</c>.</exception>
    public async Task ReportAsync(KaoheDb db, Actor actor, int year, IReadOnlyList<ReportedFigure> figures, CancellationToken cancellationToken)
    {
        var viewer = await db.ViewerAsync(actor, year, cancellationToken);
        var unitIds = figures.Select(figure => figure.UnitId).Distinct().ToList();
        unitIds.ForEach(unitId => viewer.Demand(AssessmentAct.ReportReading, unitId));
        var units = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id);
        var rows = (await db.Readings.Where(r => r.CycleYear == year && unitIds.Contains(r.UnitId)).ToListAsync(cancellationToken))
            .ToDictionary(row => (row.UnitId, row.IndicatorCode, row.Period));
        Rule.CheckAll(
        [
            .. await db.BasisRulesAsync(year, cancellationToken),
            new FiguresFitRule(year, figures, units, await db.TreesAsync(year, cancellationToken)),
            new CorrectionsHaveReasonsRule([.. figures.Where(figure => Find(figure) is { } row && row.Value.Value != figure.Value)]),
        ]);
        HashSet<string> changed = [];
        foreach (var figure in figures)
        {
            if (Find(figure) is not { } row)
            {
                db.Add(ReadingRow.Of(year, First(year, figure, actor)));
                changed.Add(figure.UnitId);
            }
            else if (row.Write(Correct(row.Value, figure, actor)))
            {
                changed.Add(figure.UnitId);
            }
        }

        await db.OutdateScoresAsync(year, changed, cancellationToken);

        ReadingRow? Find(ReportedFigure figure) => rows.GetValueOrDefault((figure.UnitId, figure.IndicatorCode, figure.Period ?? WholeYear(year)));
    }

    /// <summary>Certifies readings of one data department; all or none.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="actor">Who signs.</param>
    /// <param name="year">The year.</param>
    /// <param name="certifierUnitId">The data department, one of the person's own units.</param>
    /// <param name="readings">The readings.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task CertifyAsync(
        KaoheDb db, Actor actor, int year, string certifierUnitId, IReadOnlyList<ReadingKey> readings, CancellationToken cancellationToken)
    {
        var certification = new Certification(certifierUnitId, actor.Id, clock.GetUtcNow());
        return JudgeAsync(db, actor, year, certifierUnitId, readings, (reading, _, certifier) => reading.Certify(certification, certifier), cancellationToken);
    }

    /// <summary>A data department does not certify readings, or takes its certification back; all or none.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="actor">Who signs.</param>
    /// <param name="year">The year.</param>
    /// <param name="certifierUnitId">The data department, one of the person's own units.</param>
    /// <param name="reasons">Why, by reading.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task RefuseAsync(
        KaoheDb db, Actor actor, int year, string certifierUnitId, IReadOnlyDictionary<ReadingKey, string> reasons, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        return JudgeAsync(
            db, actor, year, certifierUnitId, [.. reasons.Keys], (reading, key, certifier) => reading.Refuse(new CertificationRefusal(certifierUnitId, reasons[key], actor.Id, at), certifier), cancellationToken);
    }

    private static async Task JudgeAsync(
        KaoheDb db, Actor actor, int year, string certifierUnitId, IReadOnlyList<ReadingKey> readings, Func<Reading, ReadingKey, string, Reading> judge, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.CertifyReading, certifierUnitId, cancellationToken);
        Rule.CheckAll(await db.BasisRulesAsync(year, cancellationToken));
        var units = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id);
        var trees = await db.TreesAsync(year, cancellationToken);
        var unitIds = readings.Select(reading => reading.UnitId).Distinct().ToList();
        var codes = readings.Select(reading => reading.IndicatorCode).Distinct().ToList();
        var rows = (await db.Readings.Where(r => r.CycleYear == year && unitIds.Contains(r.UnitId) && codes.Contains(r.IndicatorCode)).ToListAsync(cancellationToken))
            .ToDictionary(row => (row.UnitId, row.IndicatorCode, row.Period));
        List<Problem> problems = [];
        foreach (var key in readings)
        {
            var row = rows.GetValueOrDefault((key.UnitId, key.IndicatorCode, key.Period ?? WholeYear(year)))
                ?? throw RefusedException.NotFound($"“{key.IndicatorCode}”的完成值");
            var unit = units.GetValueOrDefault(key.UnitId);
            var indicator = unit is null ? null : new IndicatorIsOfUnitRule(unit, trees, key.IndicatorCode).Indicator;
            try
            {
                row.Write(judge(row.Value, key, indicator?.CertifierUnitId ?? ""));
            }
            catch (RulesBrokenException exception)
            {
                problems.AddRange(exception.Problems.Select(problem => new Problem(
                    $"readings[{key.UnitId}.{key.IndicatorCode}].{problem.Path}",
                    $"{unit?.ShortName}“{indicator?.Name ?? key.IndicatorCode}”：{problem.Message}")));
            }
        }

        Rule.CheckAll([new EveryReadingIsCertifiableRule(problems)]);
        await db.OutdateScoresAsync(year, unitIds, cancellationToken);
    }

    private static Reading First(int year, ReportedFigure figure, Actor actor) => new()
    {
        UnitId = figure.UnitId,
        IndicatorCode = figure.IndicatorCode,
        Period = figure.Period ?? WholeYear(year),
        Value = figure.Value,
        Evidence = figure.Evidence ?? [],
        Deductions = Signed(figure.Deductions ?? [], actor),
    };

    private Reading Correct(Reading reading, ReportedFigure figure, Actor actor)
    {
        var changed = reading.Value == figure.Value ? reading : reading.Correct(figure.Value, figure.Reason!, actor.Id, clock.GetUtcNow());
        List<Evidence> evidence = [.. (figure.Evidence ?? reading.Evidence).Select(each => Known(reading, each))];
        List<DeductionEntry> deductions = [.. Signed([.. (figure.Deductions ?? reading.Deductions).Select(each => Known(reading, each))], actor)];

        // A certified figure stands for its evidence and deductions too: when they change, it has to be certified again.
        var same = evidence.SequenceEqual(reading.Evidence) && deductions.SequenceEqual(reading.Deductions);
        return same ? changed : changed with { Evidence = evidence, Deductions = deductions, Certification = null, Refusal = null };
    }

    // A page or a sheet does not say who took the points away: whoever reports them did.
    private static IReadOnlyList<DeductionEntry> Signed(IReadOnlyList<DeductionEntry> entries, Actor actor) =>
        [.. entries.Select(entry => entry.RecordedBy.Length == 0 ? entry with { RecordedBy = actor.Id } : entry)];

    // Whoever names what is on record again means that; a sheet brings neither the file nor who recorded it.
    private static Evidence Known(Reading reading, Evidence evidence) =>
        evidence.FileId is null ? reading.Evidence.FirstOrDefault(each => each.Title == evidence.Title) ?? evidence : evidence;

    private static DeductionEntry Known(Reading reading, DeductionEntry entry) =>
        reading.Deductions.FirstOrDefault(each => each.Points == entry.Points && each.Reason == entry.Reason) ?? entry;
}
