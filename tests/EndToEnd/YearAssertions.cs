using EndToEnd.Year;
using Kaohe.Activities;
using Kaohe.Assessment.Admonitions;
using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Rectifications;

namespace EndToEnd;

/// <summary>What has to be true of a year that was played to its end, whoever did which task by which way.</summary>
internal static class YearAssertions
{
    private const int ReadLetters = 6;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Asserts all of it.</summary>
    public static async Task HoldAsync(YearDriver year)
    {
        Assert.Equal("finished", await year.StatusAsync());
        var record = await YearRecord.ReadAsync(year, Cancel);
        await NothingFailedAsync(year);
        await EverybodyWorkedAsync(year);
        ScoresAndRanksFit(year, record);
        ConsequencesFit(year, record);
        await LettersFitAsync(year, record);
        RectificationsFit(year, record);
        AdmonitionsFit(year, record);
    }

    private static async Task NothingFailedAsync(YearDriver year)
    {
        var administrator = await year.AsAsync(Duties.Administrator);
        Assert.Equal(0, (await administrator.GetAsync("/api/operations/outbox", Cancel))["dead"]!.GetValue<int>());
        Assert.Empty((await administrator.GetAsync("/api/operations/instances/?incidents=true", Cancel))["items"]!.AsArray());
        var office = await year.AsAsync(Duties.Checking);
        Assert.Empty(await office.ListAsync("/api/tasks?box=All&live=true", Cancel));
        Assert.All(await office.ListAsync("/api/documents/", Cancel), line => Assert.Contains(line["state"]!.ToString(), (string[])["issued", "archived"]));
    }

    private static async Task EverybodyWorkedAsync(YearDriver year)
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
        var floors = await (await year.AsAsync(Duties.Checking)).GetAsync($"/api/cycles/{year.Year}/floor-decisions", Cancel);
        Assert.Equal(["haiguan", "qiaolian"], floors.AsArray().Where(line => line!["decision"] is not null).Select(line => line!["unitId"]!.ToString()).Distinct().Order());
        Assert.Equal(
            year.City.Trees.SelectMany(tree => tree.Indicators()).Select(indicator => indicator.CertifierUnitId).Distinct().Count(), year.Done[TaskKinds.ReadingCertification]);
    }

    // What people typed in must give what the city's figures give: no step was passed over.
    private static void ScoresAndRanksFit(YearDriver year, YearRecord record)
    {
        var expected = new ExpectedResult(year.City);
        Assert.Equal(expected.Totals, record.Scores.ToDictionary(score => score.UnitId, score => score.Total));
        Assert.Equal(["counties", "departments"], expected.Rankings.Select(ranking => ranking.GroupId).Order());
        Assert.Equal([14, 90], expected.Rankings.Select(ranking => ranking.Entries.Count).Order());
        Assert.Equal(year.City.Units.Select(unit => unit.Id).Order(), record.Decisions.Select(decision => decision.UnitId).Order());
        Assert.Equal(expected.Grades, record.Decisions.ToDictionary(decision => decision.UnitId, decision => decision.Decided));
        Assert.Equal(Enum.GetValues<Grade>(), record.Decisions.Select(decision => decision.Decided).Distinct().Order());
    }

    private static void ConsequencesFit(YearDriver year, YearRecord record)
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

    private static async Task LettersFitAsync(YearDriver year, YearRecord record)
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

    private static void RectificationsFit(YearDriver year, YearRecord record)
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

        // What the unit reported and what 复查 found stands measure by measure.
        Assert.All(closed.Values, one => Assert.Equal(
            (one.Report!.Measures.Count, one.Report.Measures.Count), (one.Completion!.Measures.Count, one.Recheck!.Measures.Count(found => found.IsInPlace))));

        // Nobody decides about what they did themselves.
        Assert.All(closed.Values, one => Assert.Equal(3, new[] { one.SubmittedBy, one.ReviewedBy, one.Log.Single(entry => entry.Act == "领导批准").By }.Distinct().Count()));
    }

    private static void AdmonitionsFit(YearDriver year, YearRecord record)
    {
        Assert.All(record.Admonitions, talk => Assert.Equal(AdmonitionState.Held, talk.State));
        Assert.Equal(record.Consequences.Where(one => one.Kind == ConsequenceKind.Admonition).Select(one => one.UnitId).Order(), record.Admonitions.Select(talk => talk.UnitId).Order());
        Assert.Equal(record.Admonitions.Count, year.Done[TaskKinds.Admonition]);
    }
}
