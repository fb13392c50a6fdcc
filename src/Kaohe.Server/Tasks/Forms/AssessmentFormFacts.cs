using System.Globalization;
using Kaohe.Activities;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Units;
using Kaohe.Server.Calendar;
using Kaohe.Server.Documents.Facts;
using Kaohe.Server.Rectifications;
using Kaohe.Server.Tasks.Audiences;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Indicators;
using Kaohe.Storage.Caching;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Forms;

/// <summary>Reads the records of the assessment.</summary>
/// <param name="audiences">Units and teams.</param>
/// <param name="cache">Keeps the year's indicator trees.</param>
/// <param name="calendar">Working days.</param>
internal sealed class AssessmentFormFacts(IAudienceDirectory audiences, ReferenceCache cache, IOfficeCalendar calendar) : IFormFacts
{
    public async Task<FormFacts> LoadAsync(KaoheDb db, StoredTask stored, FormNeeds needs, CancellationToken cancellationToken)
    {
        if (stored.Task.CycleYear is not { } year)
        {
            return FormFacts.Empty;
        }

        var facts = new FormFacts { Book = await audiences.ForYearAsync(year, cancellationToken) };
        if (needs.HasFlag(FormNeeds.Indicators) && stored.Task.UnitId is { } unitId)
        {
            facts = facts with { Indicators = await IndicatorsAsync(db, year, unitId, stored.Origin.Period ?? Period(year), cancellationToken) };
        }

        if (needs.HasFlag(FormNeeds.Certifications) && stored.Task.UnitId is { } certifier)
        {
            facts = facts with { Readings = await ReadingsAsync(db, year, certifier, cancellationToken) };
        }

        if (needs.HasFlag(FormNeeds.Ballots) && TallyForm.ComponentOf(stored.Task.Kind) is { } component
            && await db.SchemeAsync(year, cancellationToken) is { } scheme && scheme.WeightOf(component) > 0m)
        {
            facts = facts with { Ballots = scheme.BallotsOf(component) };
        }

        if (needs.HasFlag(FormNeeds.Announcements) && await db.SchemeAsync(year, cancellationToken) is { Timing.AdvanceNoticeWorkingDays: var days })
        {
            facts = facts with { AnnounceBy = arrives => calendar.Current.AddWorkingDays(arrives, -days).Date };
        }

        if (needs.HasFlag(FormNeeds.Visit) && stored.Task.UnitId is { } host)
        {
            var schedule = await new SubmittedWork(db, year).FormAsync<VisitScheduleForm>(TaskKinds.VisitSchedule, null, cancellationToken);
            facts = facts with { Visit = schedule?.Visits.Find(row => row.UnitId == host && row is { Arrives: not null, Leaves: not null }) };
        }

        if (needs.HasFlag(FormNeeds.Talks) && stored.Task.UnitId is { } visited)
        {
            var plan = await new SubmittedWork(db, year).FormAsync<InterviewPlanForm>(TaskKinds.InterviewPlan, visited, cancellationToken);
            facts = facts with { Talks = plan?.Talks ?? [] };
        }

        if (needs.HasFlag(FormNeeds.Targets) || needs.HasFlag(FormNeeds.TargetsInForce))
        {
            var run = needs.HasFlag(FormNeeds.Targets) ? stored.Task.InstanceId : null;
            facts = facts with { Targets = await TargetTable.OfAsync(db, year, run, stored.Task.UnitId, cancellationToken) };
        }

        if (stored.Task.UnitId is { } rectifies)
        {
            facts = await WithRectificationAsync(db, year, rectifies, needs, facts, cancellationToken);
        }

        if (needs.HasFlag(FormNeeds.UnitPeople) || needs.HasFlag(FormNeeds.Admonition))
        {
            facts = await WithPeopleAsync(db, year, stored.Task.UnitId, needs, facts, cancellationToken);
        }

        return needs.HasFlag(FormNeeds.Proposals) ? facts with { Proposals = await ProposalsAsync(db, year, cancellationToken) } : facts;
    }

    private async Task<IReadOnlyList<FormIndicator>> IndicatorsAsync(
        KaoheDb db, int year, string unitId, string period, CancellationToken cancellationToken)
    {
        var unit = (await db.Units.AsNoTracking().FirstOrDefaultAsync(row => row.Id == unitId, cancellationToken))?.Value;
        var tree = unit is null ? null : (await TreesAsync(db, year, cancellationToken)).FirstOrDefault(one => one.IsFor(unit));
        if (tree is null)
        {
            return [];
        }

        var targets = (await db.Targets.AsNoTracking().Where(row => row.CycleYear == year && row.UnitId == unitId).ToListAsync(cancellationToken))
            .ToDictionary(row => row.Value.IndicatorCode, row => row.Value);
        var readings = (await db.Readings.AsNoTracking().Where(row => row.CycleYear == year && row.UnitId == unitId && row.Period == period).ToListAsync(cancellationToken))
            .ToDictionary(row => row.IndicatorCode);
        var excused = (await db.ExemptionsAsync(year, cancellationToken)).Where(exemption => exemption.UnitId == unitId).Select(exemption => exemption.IndicatorCode).ToHashSet();
        return
        [
            .. from category in tree.Categories
               from first in category.Children
               from indicator in first.Children
               where !excused.Contains(indicator.Code)
               let target = targets.GetValueOrDefault(indicator.Code)
               let reading = readings.GetValueOrDefault(indicator.Code)
               select new FormIndicator(
                   indicator.Code,
                   indicator.Name,
                   first.Name,
                   indicator.Measure,
                   target?.Sure,
                   reading?.Value.Value,
                   target?.Base,
                   reading?.State == ReadingState.Certified,
                   [.. reading?.Value.Evidence.Select(evidence => evidence.Title) ?? []]),
        ];
    }

    // Every task about figures shows some of them, and they stand for the whole year. A transaction reads its own.
    private async Task<IReadOnlyList<IndicatorTree>> TreesAsync(KaoheDb db, int year, CancellationToken cancellationToken) =>
        db.InLane ? await db.TreesAsync(year, cancellationToken) : await cache.GetAsync(year, cancel => db.TreesAsync(year, cancel), cancellationToken);

    private static async Task<FormFacts> WithPeopleAsync(KaoheDb db, int year, string? unitId, FormNeeds needs, FormFacts facts, CancellationToken cancellationToken)
    {
        var officials = await db.OfficialsAsync(cancellationToken);
        if (needs.HasFlag(FormNeeds.UnitPeople))
        {
            return facts with { People = [.. officials.Where(one => one.UnitId == unitId).OrderBy(one => one.Rank).ThenBy(one => one.Id, StringComparer.Ordinal).Select(Person)] };
        }

        var byId = officials.ToDictionary(one => one.Id);
        var talk = await db.Admonitions.AsNoTracking().FirstOrDefaultAsync(row => row.CycleYear == year && row.UnitId == unitId, cancellationToken);
        return facts with
        {
            People = [.. facts.Book.LeaderIds.Select(id => byId.GetValueOrDefault(id)).OfType<Official>().Where(one => one.Id != talk?.Value.OfficialId).Select(Person)],
            Admonition = talk?.Value,
        };
    }

    private static async Task<FormFacts> WithRectificationAsync(KaoheDb db, int year, string unitId, FormNeeds needs, FormFacts facts, CancellationToken cancellationToken)
    {
        if (needs.HasFlag(FormNeeds.Rectification))
        {
            facts = facts with
            {
                Rectification = (await db.Rectifications.AsNoTracking().FirstOrDefaultAsync(row => row.CycleYear == year && row.UnitId == unitId, cancellationToken))?.Value,
            };
        }

        return needs.HasFlag(FormNeeds.NoticeProblems) ? facts with { NoticeProblems = await RectificationNotice.ProblemsAsync(db, year, unitId, cancellationToken) } : facts;
    }

    private static FormPerson Person(Official official) => new(official.Id, official.Name, official.Post, official.Rank != PostRank.Staff);

    private static async Task<IReadOnlyList<FormReading>> ReadingsAsync(KaoheDb db, int year, string certifier, CancellationToken cancellationToken)
    {
        var units = await db.UnitsAsync(cancellationToken);
        var trees = await db.TreesAsync(year, cancellationToken);
        var period = Period(year);
        var mine = trees.SelectMany(tree => tree.Indicators()).Where(indicator => indicator.CertifierUnitId == certifier).Select(indicator => indicator.Code).Distinct().ToList();
        var rows = await db.Readings.AsNoTracking().Where(row => row.CycleYear == year && row.Period == period && mine.Contains(row.IndicatorCode)).ToListAsync(cancellationToken);
        var byKey = rows.ToDictionary(row => (row.UnitId, row.IndicatorCode));
        return
        [
            .. from unit in units
               from indicator in IndicatorsOf(unit, trees)
               where indicator.CertifierUnitId == certifier
               let row = byKey.GetValueOrDefault((unit.Id, indicator.Code))
               where row is not null
               select new FormReading(
                   unit.Id, indicator.Code, indicator.Name, indicator.Measure, row.Value.Value, [.. row.Value.Evidence.Select(evidence => evidence.Title)], row.State == ReadingState.Certified),
        ];
    }

    private static IEnumerable<Indicator> IndicatorsOf(Unit unit, IReadOnlyList<IndicatorTree> trees) =>
        trees.FirstOrDefault(tree => tree.IsFor(unit))?.Indicators() ?? [];

    private static async Task<IReadOnlyList<FormProposal>> ProposalsAsync(KaoheDb db, int year, CancellationToken cancellationToken)
    {
        var scheme = await db.SchemeAsync(year, cancellationToken);
        var rows = await db.GradeProposals.AsNoTracking().Where(row => row.CycleYear == year).OrderBy(row => row.GroupId).ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
               from unit in row.Value.Units
               let @group = scheme?.Groups.FirstOrDefault(one => one.Id == row.GroupId)?.Name ?? row.GroupId
               select new FormProposal(unit.UnitId, @group, unit.Rank ?? 0, unit.Score, unit.Proposed, string.Join("；", unit.Reasons)),
        ];
    }

    private static string Period(int year) => year.ToString(CultureInfo.InvariantCulture);
}
