using Kaohe.Assessment.DemoCity;
using Kaohe.Assessment.Readings;
using Kaohe.Server.Identity.Demo;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Cycles;
using Kaohe.Storage.Assessment.Indicators;
using Kaohe.Storage.Assessment.Results;
using Kaohe.Storage.Assessment.Units;
using Kaohe.Storage.Lane;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles.Demo;

/// <summary>
/// Puts the demo city into an empty database, in one transaction: units, people, the approved scheme, indicators, targets, certified readings, teams,
/// and the grades of two earlier years. Tallies, 加减分 and grades are left to whoever plays the year.
/// </summary>
internal sealed class DemoCitySeeder(DemoCity city, IWriteLane lane, IDbContextFactory<KaoheDb> databases, TimeProvider clock) : IDemoSeeder
{
    public int Order => 10;

    public async Task SeedAsync(DemoContext context, CancellationToken cancellationToken)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            if (await db.Units.AnyAsync(cancellationToken))
            {
                return;
            }
        }

        var data = city.Data;
        var now = clock.GetUtcNow();
        await lane.RunAsync(
            (db, _) =>
            {
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                AddYear(db, data);
                AddFigures(db, data, now);
                db.AddRange(data.History.Units.Select(UnitGradeRow.Of));
                db.AddRange(data.History.Persons.Select(PersonGradeRow.Of));
                db.ChangeTracker.AutoDetectChangesEnabled = true;
                return Task.FromResult(true);
            },
            cancellationToken);
    }

    private static void AddYear(KaoheDb db, DemoCityData data)
    {
        db.Add(CycleRow.Of(new Cycle
        {
            Year = data.Scheme.Year,
            Status = CycleStatus.Approved,
            SchemeVersion = data.Scheme.Version,
            LeadingGroup = data.LeadingGroup,
            Office = data.Office,
            Goals = data.Goals,
        }));
        db.Add(SchemeRow.Of(data.Scheme));
        db.AddRange(data.Units.Select(UnitRow.Of));
        db.AddRange(data.Officials.Select(OfficialRow.Of));
        db.AddRange(data.Teams.Select(team => TeamRow.Of(data.Scheme.Year, team)));
        db.AddRange(data.Trees.Select(IndicatorTreeRow.Of));
    }

    private static void AddFigures(KaoheDb db, DemoCityData data, DateTimeOffset now)
    {
        var year = data.Scheme.Year;
        db.AddRange(data.Facts.Targets.Select(target => TargetRow.Of(year, target)));
        db.AddRange(data.Facts.Readings.Select(reading => ReadingRow.Of(year, NotAhead(reading, now))));
        foreach (var (exemption, place) in data.Facts.Exemptions.Select((exemption, place) => (exemption, place)))
        {
            var row = new ExemptionRow { Id = $"demo-{year}-{place}", CycleYear = year };
            row.Write(exemption);
            db.Add(row);
        }
    }

    // The city's figures are those of the year's end; nobody has certified anything later than now.
    private static Reading NotAhead(Reading reading, DateTimeOffset now) =>
        reading.Certification is { } certification && certification.At > now ? reading with { Certification = certification with { At = now } } : reading;
}
