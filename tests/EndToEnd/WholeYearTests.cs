using System.Diagnostics;
using EndToEnd.Server;
using EndToEnd.Year;
using Kaohe.Activities;
using Kaohe.Assessment.Admonitions;
using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Rectifications;

namespace EndToEnd;

/// <summary>The main job: the demo city goes through the year, over HTTP alone, each person with an own sign-in.</summary>
public sealed class WholeYearTests(RunningKaohe server, ITestOutputHelper output) : IClassFixture<RunningKaohe>
{
    private const int ReadLetters = 6;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_play_the_year_of_the_demo_city_from_supervision_to_closed_rectifications()
    {
        using var year = new YearDriver(server, Cancel) { Log = output.WriteLine };
        await year.SignInAllAsync();
        var watch = Stopwatch.StartNew();
        await year.StartAsync();
        await year.RunAsync();
        output.WriteLine($"The year took {watch.Elapsed}, {year.Moves} moves of the clock, {year.Done.Values.Sum()} tasks.");

        Assert.Equal("finished", await year.StatusAsync());
        var record = await YearRecord.ReadAsync(year, Cancel);
        await AssertNothingFailedAsync(year);
        AssertEverybodyWorked(year);
        AssertScoresAndRanks(year, record);
        AssertConsequences(year, record);
        await AssertLettersAsync(year, record);
        AssertRectifications(year, record);
        AssertAdmonitions(year, record);
    }

    private static async Task AssertNothingFailedAsync(YearDriver year)
    {
        var administrator = await year.AsAsync(Duties.Administrator);
        Assert.Equal(0, (await administrator.GetAsync("/api/operations/outbox", Cancel))["dead"]!.GetValue<int>());
        Assert.Empty((await administrator.GetAsync("/api/operations/instances/?incidents=true", Cancel))["items"]!.AsArray());
        var office = await year.AsAsync(Duties.Checking);
        Assert.Empty(await office.ListAsync("/api/tasks?box=All&live=true", Cancel));
        Assert.All(await office.ListAsync("/api/documents/", Cancel), line => Assert.Contains(line["state"]!.ToString(), (string[])["issued", "archived"]));
    }

    private static void AssertEverybodyWorked(YearDriver year)
    {
        var units = year.City.Units.Count;
        foreach (var kind in new[]
        {
            TaskKinds.EvidenceFiling, TaskKinds.SupervisionFinding, TaskKinds.SelfAssessmentReport, TaskKinds.SelfAssessmentSignature, TaskKinds.NoticePosting, TaskKinds.MeetingRecord,
            TaskKinds.MeetingCheck, TaskKinds.BallotTally, TaskKinds.InterviewPlan, TaskKinds.InterviewRecord, TaskKinds.TeamReport, TaskKinds.TeamReportSignature,
        })
        {
            Assert.Equal((kind, units), (kind, year.Done[kind]));
        }

        // 督查通知, 年度考核通知 and 结果通报 ask for receipts; every count is confirmed by a second person, three of them for all units at once.
        Assert.Equal(3 * units, year.Done[TaskKinds.Receipt]);
        Assert.Equal(units + 3, year.Done[TaskKinds.TallyConfirmation]);
        Assert.Equal(["haiguan", "qiaolian"], year.DecidedFloors.Order());
        Assert.Equal(
            year.City.Trees.SelectMany(tree => tree.Indicators()).Select(indicator => indicator.CertifierUnitId).Distinct().Count(), year.Done[TaskKinds.ReadingCertification]);
    }

    // What people typed in must give what the city's figures give: no step was passed over.
    private static void AssertScoresAndRanks(YearDriver year, YearRecord record)
    {
        var expected = new ExpectedResult(year.City);
        Assert.Equal(expected.Totals, record.Scores.ToDictionary(score => score.UnitId, score => score.Total));
        Assert.Equal(["counties", "departments"], expected.Rankings.Select(ranking => ranking.GroupId).Order());
        Assert.Equal([14, 90], expected.Rankings.Select(ranking => ranking.Entries.Count).Order());
        Assert.Equal(year.City.Units.Select(unit => unit.Id).Order(), record.Decisions.Select(decision => decision.UnitId).Order());
        Assert.Equal(Enum.GetValues<Grade>(), record.Decisions.Select(decision => decision.Decided).Distinct().Order());
    }

    private static void AssertConsequences(YearDriver year, YearRecord record)
    {
        var expected = new ExpectedResult(year.City).Consequences(record.Decisions);
        Assert.Equal(
            expected.Select(one => (one.Kind, one.UnitId, one.OfficialId)).Order(), record.Consequences.Select(one => (one.Kind, one.UnitId, one.OfficialId)).Order());
        foreach (var kind in new[]
        {
            ConsequenceKind.Commendation, ConsequenceKind.Rectification, ConsequenceKind.Admonition, ConsequenceKind.OrganisationalAdjustment, ConsequenceKind.PriorityPromotion,
        })
        {
            Assert.Contains(record.Consequences, one => one.Kind == kind);
        }
    }

    private static async Task AssertLettersAsync(YearDriver year, YearRecord record)
    {
        var office = await year.AsAsync(Duties.Checking);
        Assert.Equal(year.City.Units.Select(unit => unit.Id).Order(), record.Letters.Keys.Order());
        Assert.Equal(year.City.Units.Count, record.Letters.Values.Select(letter => letter.Number).Distinct().Count());
        var ranks = new ExpectedResult(year.City).Rankings.SelectMany(ranking => ranking.Entries).ToDictionary(entry => entry.UnitId, entry => entry.Rank);
        foreach (var (unit, place) in year.City.Units.Select((unit, place) => (unit, place)))
        {
            var (status, content) = await office.DownloadAsync($"/documents/{record.Letters[unit.Id].Id}/pdf", Cancel);
            Assert.Equal(System.Net.HttpStatusCode.OK, status);
            Assert.True(content.AsSpan().StartsWith("%PDF"u8));
            if (place % (year.City.Units.Count / ReadLetters) == 0)
            {
                var text = await PdfText.ReadAsync(content, Cancel);
                var grade = record.Decisions.First(decision => decision.UnitId == unit.Id).Decided;
                Assert.Contains(unit.Name, text, StringComparison.Ordinal);
                Assert.Contains(record.Letters[unit.Id].Number, text, StringComparison.Ordinal);
                Assert.Contains(GradeNames.Of(grade, year.City.Scheme.Grades.Labels), text, StringComparison.Ordinal);
                Assert.Contains($"第{ranks[unit.Id]}", text, StringComparison.Ordinal);
            }
        }
    }

    private static void AssertRectifications(YearDriver year, YearRecord record)
    {
        var closed = record.Rectifications.ToDictionary(one => one.UnitId);
        Assert.All(closed.Values, one => Assert.Equal(RectificationStage.Closed, one.Stage));
        Assert.Equal(
            record.Consequences.Where(one => one.Kind is ConsequenceKind.Rectification or ConsequenceKind.Admonition).Select(one => one.UnitId).Distinct().Order(), closed.Keys.Order());
        var returned = closed.Values.Where(one => one.Log.Count(entry => entry.Act == "考核办退回") == 1).Select(one => one.UnitId).ToHashSet();
        Assert.Equal(year.SentBack.Order(), returned.Order());
        Assert.True(returned.Count >= 3);
        Assert.Contains(record.Decisions, decision => decision.Decided == Grade.Average && returned.Contains(decision.UnitId));
        Assert.Contains(record.Decisions, decision => decision.Decided == Grade.Poor && returned.Contains(decision.UnitId));
        Assert.All(new ExpectedResult(year.City).Rankings, ranking => Assert.Contains(ranking.Entries, entry => entry.IsLast && returned.Contains(entry.UnitId)));

        // Nobody decides about what they did themselves.
        Assert.All(closed.Values, one => Assert.Equal(3, new[] { one.SubmittedBy, one.ReviewedBy, one.Log.Single(entry => entry.Act == "领导批准").By }.Distinct().Count()));
    }

    private static void AssertAdmonitions(YearDriver year, YearRecord record)
    {
        Assert.All(record.Admonitions, talk => Assert.Equal(AdmonitionState.Held, talk.State));
        Assert.Equal(record.Consequences.Where(one => one.Kind == ConsequenceKind.Admonition).Select(one => one.UnitId).Order(), record.Admonitions.Select(talk => talk.UnitId).Order());
        Assert.Equal(record.Admonitions.Count, year.Done[TaskKinds.Admonition]);
    }
}
