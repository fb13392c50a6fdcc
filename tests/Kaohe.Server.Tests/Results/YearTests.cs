using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kaohe.Activities.Effects;
using Kaohe.Assessment;
using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.DemoCity;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Rectifications;
using Kaohe.Assessment.Scoring;
using Kaohe.Server.Results.Grades;
using Kaohe.Server.Results.Persons;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Cycles;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tests.Results;

/// <summary>The demo year from its figures to 整改, as the office, a leader and units go through it.</summary>
public sealed class YearTests(DemoHost host) : IClassFixture<DemoHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_score_propose_decide_and_draw_the_consequences()
    {
        var city = DemoCityLoader.Load(ProductFolders.Product("data/demo-city"));
        var office = await host.AsAsync("考核办主任");
        using var filled = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/demo-fill", new { });
        Assert.Equal(HttpStatusCode.NoContent, filled.StatusCode);

        // Scores as the records give them, through the effect that the flow asks for.
        await host.DeliverAsync(KaoheEffects.ComputeScores, new ComputeScores("b", "scores", 2026));
        var expected = new CompositeCalculator(city.Facts).ScoreAll().ToDictionary(score => score.UnitId, score => score.Total);
        var scores = await GetAsync<List<CompositeScore>>(office, "/api/cycles/2026/scores");
        Assert.Equal(expected, scores.ToDictionary(score => score.UnitId, score => score.Total));
        var why = await GetAsync<CompositeScore>(office, "/api/cycles/2026/scores/xinfu");
        Assert.Contains(why.Why.Walk(), node => node.Formula.Contains("功效", StringComparison.Ordinal) || node.Inputs.Count > 0);

        // Units without a score yet: the office decides with a reason, and computes again.
        foreach (var score in scores.Where(score => !score.IsComplete))
        {
            foreach (var part in score.Components.Where(part => part is { Score: null } && part.Component != Kaohe.Assessment.Schemes.CompositeComponent.Targets))
            {
                using var left = await DemoHost.SendAsync(
                    office, HttpMethod.Post, "/api/cycles/2026/floor-decisions", new { unitId = score.UnitId, component = part.Component, reason = "有效票不足，经研究不计" });
                Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
            }
        }

        using var again = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/scores/compute", new { });
        Assert.Equal(0, (await again.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("incomplete").GetInt32());

        await NobodySeesOwnRunningScoreAsync();
        using var early = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/person-grades", new PersonGradeForm { Lines = [new PersonGradeLine("xinfu-head", PersonGrade.Competent)] });
        Assert.Equal([("year", "领导组还没有审定本年度各单位的等次，审定以后才能登记干部等次。")], await DemoHost.ProblemsAsync(early));
        using var proposed = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/grades/propose", new { });
        Assert.Equal(HttpStatusCode.OK, proposed.StatusCode);
        await DecideAsync(office);
        await OutcomeFollowsAsync();
        await GradeOfficialsAsync(office);
        await RectifyAsync(office);
    }

    // Head of the weakest county as 优秀 is refused with its reason beside the quota; a fair list goes on record and is commended.
    private async Task GradeOfficialsAsync(HttpClient office)
    {
        await using var db = host.Read();
        var poor = (await db.UnitGrades.AsNoTracking().FirstAsync(row => row.Year == 2026 && row.Grade == Grade.Poor, Cancel)).UnitId;
        var good = (await db.UnitGrades.AsNoTracking().FirstAsync(row => row.Year == 2026 && row.Grade == Grade.Good, Cancel)).UnitId;
        var people = (await db.OfficialsAsync(Cancel)).Where(official => official.Rank != Kaohe.Assessment.Officials.PostRank.Staff).ToList();

        using var wrong = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/person-grades", new PersonGradeForm
        {
            Lines = [new PersonGradeLine($"{poor}-head", PersonGrade.Outstanding)],
        });
        Assert.Equal(["outstanding", $"officials[{poor}-head].unitGrade"], (await DemoHost.ProblemsAsync(wrong)).Select(problem => problem.Path));
        Assert.False(await db.PersonGrades.AnyAsync(row => row.Year == 2026, Cancel));

        using var right = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/person-grades", new PersonGradeForm
        {
            Lines = [.. people.Select(official => new PersonGradeLine(official.Id, official.Id == $"{good}-head" ? PersonGrade.Outstanding : PersonGrade.Competent))],
        });
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
        Assert.Equal(people.Count, await db.PersonGrades.CountAsync(row => row.Year == 2026, Cancel));
        var consequences = await GetAsync<List<Consequence>>(office, "/api/cycles/2026/consequences");
        Assert.Contains(consequences, each => each.OfficialId == $"{good}-head" && each.Reasons.Any(reason => reason.Contains("优秀", StringComparison.Ordinal)));
        var passage = await office.GetFromJsonAsync<JsonElement>($"/api/cycles/2026/officials/{good}-head/passage", Cancel);
        Assert.Contains("本人为“优秀”。", passage.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private async Task NobodySeesOwnRunningScoreAsync()
    {
        var unit = await host.AsAsync("忻府区联络员");
        using var early = await unit.GetAsync("/api/cycles/2026/scores/xinfu", Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, early.StatusCode);
        Assert.Empty(await GetAsync<List<CompositeScore>>(unit, "/api/cycles/2026/scores"));
        Assert.Equal(14, (await GetAsync<List<CompositeScore>>(await host.AsAsync("第一考核组联络员"), "/api/cycles/2026/scores")).Count);
    }

    private async Task DecideAsync(HttpClient office)
    {
        await using var db = host.Read();
        var counties = (await db.GradeProposals.AsNoTracking().SingleAsync(row => row.GroupId == "counties", Cancel)).Value;
        var departments = (await db.GradeProposals.AsNoTracking().SingleAsync(row => row.GroupId == "departments", Cancel)).Value;
        var leader = await host.AsAsync("市长");
        var changed = counties.Units.First(unit => unit.Proposed == Grade.FairlyGood).UnitId;

        using var byOffice = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/grades/counties/decide", new GradeDecisionForm { Minutes = "纪要" });
        Assert.Equal(HttpStatusCode.Forbidden, byOffice.StatusCode);

        using var silent = await DemoHost.SendAsync(
            leader, HttpMethod.Post, "/api/cycles/2026/grades/counties/decide", new GradeDecisionForm { Choices = [new GradeChoice(changed, Grade.Average, "")] });
        Assert.Equal(["minutes", $"choices[{changed}].reason"], (await DemoHost.ProblemsAsync(silent)).Select(problem => problem.Path));
        Assert.Empty(await db.DecisionsAsync(2026, Cancel));

        using var first = await DemoHost.SendAsync(leader, HttpMethod.Post, "/api/cycles/2026/grades/counties/decide", new GradeDecisionForm
        {
            Minutes = "忻考领纪〔2027〕2号", Choices = [new GradeChoice(changed, Grade.Average, "数据质量检查发现问题")],
        });
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        using var second = await DemoHost.SendAsync(leader, HttpMethod.Post, "/api/cycles/2026/grades/departments/decide", new GradeDecisionForm
        {
            Minutes = "忻考领纪〔2027〕2号", Choices = [.. departments.Undecided.Select(unit => new GradeChoice(unit, Grade.FairlyGood, "名额已满"))],
        });
        Assert.Equal(HttpStatusCode.NoContent, second.StatusCode);
    }

    private async Task OutcomeFollowsAsync()
    {
        await using var db = host.Read();
        Assert.Equal(CycleStatus.Graded, (await db.CycleAsync(2026, Cancel))!.Status);
        var consequences = (await db.Consequences.AsNoTracking().ToListAsync(Cancel)).ConvertAll(row => row.Value);
        Assert.Contains(consequences, each => each is { Kind: ConsequenceKind.OrganisationalAdjustment, UnitId: "pianguan" });
        Assert.Contains(consequences, each => each is { Kind: ConsequenceKind.PriorityPromotion, UnitId: "yuanping" });
        var shown = await GetAsync<List<Consequence>>(await host.AsAsync("原平市联络员"), "/api/cycles/2026/consequences");
        Assert.Equal([ConsequenceKind.Commendation], shown.Select(each => each.Kind).Distinct()); // whom the 市委 may promote is not told to the unit
        Assert.Equal(
            consequences.Where(each => each.Kind == ConsequenceKind.Admonition).Select(each => each.UnitId).Order(),
            (await db.Admonitions.Select(row => row.UnitId).ToListAsync(Cancel)).Order());
        Assert.Equal(104, await db.UnitGrades.CountAsync(row => row.Year == 2026, Cancel));
        using var own = await (await host.AsAsync("忻府区联络员")).GetAsync("/api/cycles/2026/scores/xinfu", Cancel);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        using var other = await (await host.AsAsync("忻府区联络员")).GetAsync("/api/cycles/2026/scores/yuanping", Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
    }

    private async Task RectifyAsync(HttpClient office)
    {
        var unit = await host.AsAsync("偏关县联络员");
        var leader = await host.AsAsync("市长");
        await MoveAsync(office, "noticed");
        using var empty = await DemoHost.SendAsync(unit, HttpMethod.Post, "/api/cycles/2026/rectifications/move", new { year = 2026, unitId = "pianguan", @event = "submitted" });
        Assert.Equal(["causes", "measures"], (await DemoHost.ProblemsAsync(empty)).Select(problem => problem.Path));

        var report = new RectificationReport
        {
            Causes = "重点项目推进慢", Measures = [new RectificationMeasure("开工率低", "领导包联项目", "pianguan-second", new DateOnly(2027, 8, 31))],
        };
        await MoveAsync(unit, "submitted", report: report);
        await MoveAsync(office, "returned", "措施不具体");
        await MoveAsync(unit, "submitted", report: report);
        await MoveAsync(office, "officePassed");
        await MoveAsync(leader, "leaderApproved");
        await MoveAsync(await host.AsAsync("第一考核组联络员"), "rechecked", "现场查看，措施已落实");
        await MoveAsync(office, "closed");

        await using var db = host.Read();
        var record = (await db.Rectifications.AsNoTracking().SingleAsync(row => row.UnitId == "pianguan", Cancel)).Value;
        Assert.Equal(RectificationStage.Closed, record.Stage);
        Assert.Equal(
            ["发出整改通知", "上报整改报告", "考核办退回", "上报整改报告", "考核办审核通过", "领导批准", "复查通过", "销号"], record.Log.Select(entry => entry.Act));

        static async Task MoveAsync(HttpClient client, string happened, string comment = "", RectificationReport? report = null)
        {
            using var answer = await DemoHost.SendAsync(
                client, HttpMethod.Post, "/api/cycles/2026/rectifications/move", new { year = 2026, unitId = "pianguan", @event = happened, comment, report });
            Assert.True(answer.StatusCode == HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync(Cancel));
        }
    }

    private static async Task<T> GetAsync<T>(HttpClient client, string path) => AssessmentJson.Read<T>(await client.GetStringAsync(path, Cancel));
}
