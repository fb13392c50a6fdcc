using Kaohe.Assessment.DemoCity;
using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Readings;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Tallies;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Cycles;
using Kaohe.Storage.Assessment.Indicators;
using Kaohe.Storage.Assessment.Results;
using Kaohe.Storage.Assessment.Tallies;
using Kaohe.Storage.Assessment.Units;
using Kaohe.Storage.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tests.Assessment;

public abstract class AssessmentStorageTests(TestDatabase database) : StorageTests(database)
{
    private static readonly DateTimeOffset _at = new(2027, 2, 20, 10, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Should_compute_from_the_tables_what_the_records_give()
    {
        var city = DemoCityLoader.Load(DemoFolder());
        await StoreAsync(city);

        await using var db = Host.Read();
        var facts = await db.FactsAsync(2026, Cancel);
        var stored = new CompositeCalculator(facts).ScoreAll().ToDictionary(score => score.UnitId);

        Assert.Equal(city.Units.Count, stored.Count);
        foreach (var score in new CompositeCalculator(city.Facts).ScoreAll())
        {
            Assert.Equal(score.Total, stored[score.UnitId].Total);
        }
    }

    [Fact]
    public async Task Should_refuse_a_writer_who_read_an_older_version()
    {
        await AddAsync(ReadingRow.Of(2099, Given("first")));
        await using var one = Host.Read();
        await using var two = Host.Read();
        var mine = await one.Readings.SingleAsync(r => r.UnitId == "first", Cancel);
        var yours = await two.Readings.SingleAsync(r => r.UnitId == "first", Cancel);

        mine.Write(mine.Value with { Value = 2m });
        await one.SaveChangesAsync(Cancel);
        yours.Write(yours.Value with { Value = 3m });

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => two.SaveChangesAsync(Cancel));
    }

    [Fact]
    public async Task Should_keep_columns_in_step_with_the_record()
    {
        await AddAsync(ReadingRow.Of(2099, Given("second")));
        await Host.Lane.RunAsync(
            async (db, cancel) =>
            {
                var row = await db.Readings.SingleAsync(r => r.UnitId == "second", cancel);
                return row.Write(row.Value.Certify(new Certification("tongjiju", "li", _at), "tongjiju"));
            },
            Cancel);

        await using var read = Host.Read();
        var certified = await read.Readings.SingleAsync(r => r.UnitId == "second" && r.State == ReadingState.Certified, Cancel);
        Assert.Equal("li", certified.Value.Certification!.By);
        Assert.Equal(2, certified.Version);
    }

    [Fact]
    public async Task Should_keep_the_reasons_of_a_score_apart_from_its_figures()
    {
        var city = DemoCityLoader.Load(DemoFolder());
        var score = new CompositeCalculator(city.Facts).Score("xinfu");
        await AddAsync(ScoreRow.Of(score with { Year = 2098 }, new RankEntry("xinfu", 2, score.Total!.Value, IsTied: false, IsLast: false), _at));

        await using var db = Host.Read();
        var row = await db.Scores.AsNoTracking().SingleAsync(s => s.CycleYear == 2098, Cancel);
        Assert.Empty(row.Value.Why.Children);
        Assert.Equal(score.Why.Walk().Count(), row.WithWhy.Why.Walk().Count());
        Assert.Equal(score.Total, row.Total);
        Assert.Equal(2, row.Rank);
    }

    private static Reading Given(string unitId) =>
        new() { UnitId = unitId, IndicatorCode = "gdp", Period = "2099", Value = 1m, Evidence = [new Evidence("统计公报")] };

    private static string DemoFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "data", "demo-city")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "data", "demo-city");
    }

    private Task AddAsync(object row) => Host.Lane.RunAsync(
        (db, _) =>
        {
            db.Add(row);
            return Task.FromResult(true);
        },
        Cancel);

    private Task StoreAsync(DemoCityData city) => Host.Lane.RunAsync(
        (db, _) =>
        {
            db.Add(CycleRow.Of(new Cycle { Year = 2026, LeadingGroup = city.LeadingGroup, Office = city.Office, Goals = city.Goals }));
            db.Add(SchemeRow.Of(city.Scheme));
            db.AddRange(city.Units.Select(UnitRow.Of));
            db.AddRange(city.Trees.Select(IndicatorTreeRow.Of));
            db.AddRange(city.Facts.Targets.Select(target => TargetRow.Of(2026, target)));
            db.AddRange(city.Facts.Readings.Select(reading => ReadingRow.Of(2026, reading)));
            db.AddRange(city.Facts.Exemptions.Select((each, place) => Entry(new ExemptionRow { Id = $"e{place}", CycleYear = 2026 }, each)));
            db.AddRange(city.Facts.Adjustments.Select((each, place) => Entry(new AdjustmentRow { Id = $"a{place}", CycleYear = 2026 }, each)));
            db.AddRange(city.Facts.Vetoes.Select((each, place) => Entry(new VetoRow { Id = $"v{place}", CycleYear = 2026 }, each)));
            db.AddRange(city.Facts.Tallies.Select(tally => TallyRow.Of(2026, TwoPersonTally
                .Enter($"{tally.Component}-{tally.UnitId}", tally, city.Scheme.BallotsOf(tally.Component), "a", _at).Confirm("b", _at))));
            return Task.FromResult(true);
        },
        Cancel);

    private static UnitEntryRow<T> Entry<T>(UnitEntryRow<T> row, T value)
        where T : class
    {
        row.Write(value);
        return row;
    }
}

public sealed class AssessmentStorageTestsOnSqlite(SqliteDatabase database) : AssessmentStorageTests(database), IClassFixture<SqliteDatabase>;

public sealed class AssessmentStorageTestsOnPostgres(PostgresDatabase database) : AssessmentStorageTests(database), IClassFixture<PostgresDatabase>;
