using System.Net;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tests.Cycles;

public sealed class WrongInputTests(DemoHost host) : IClassFixture<DemoHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_refuse_a_scheme_whose_weights_do_not_make_100()
    {
        var office = await host.AsAsync("考核办主任");
        using var revised = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/scheme/revise", new { });
        Assert.Equal(HttpStatusCode.NoContent, revised.StatusCode);
        var scheme = await SchemeAsync(version: 2);

        using var answer = await DemoHost.SendAsync(office, HttpMethod.Put, "/api/cycles/2026/scheme", scheme with
        {
            Title = "改了名称的方案",
            Composite = [.. scheme.Composite.Select(part => part.Component == CompositeComponent.Targets ? part with { Weight = 70m } : part)],
        });

        Assert.Equal([("composite", "综合得分各部分的权重合计为 110，必须等于 100，请调整。")], await DemoHost.ProblemsAsync(answer));
        Assert.Equal(scheme.Title, (await SchemeAsync(version: 2)).Title);
    }

    [Fact]
    public async Task Should_not_change_an_approved_scheme()
    {
        var scheme = SchemeDefaults.For(2031);
        var office = await host.AsAsync("考核办主任");
        using var made = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles", new { year = 2031 });
        using var unsigned = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2031/scheme/approve", new { minutes = " " });
        Assert.Equal([("minutes", "“会议纪要”没有填写，请补充。")], await DemoHost.ProblemsAsync(unsigned));
        using var approved = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2031/scheme/approve", new { minutes = "忻考领纪〔2031〕1号" });
        Assert.Equal(HttpStatusCode.NoContent, approved.StatusCode);

        using var answer = await DemoHost.SendAsync(office, HttpMethod.Put, "/api/cycles/2031/scheme", scheme with { Title = "偷偷改" });

        Assert.Contains("已经批准，不能修改", (await DemoHost.ProblemsAsync(answer))[0].Message);
        await using var db = host.Read();
        Assert.Equal(scheme.Title, (await db.SchemeAsync(2031, Cancel))!.Title);
    }

    [Fact]
    public async Task Should_name_every_missing_target_before_a_year_starts()
    {
        var office = await host.AsAsync("考核办主任");
        using var made = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles", new { year = 2027 });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);

        using var answer = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2027/start", new { });

        var problems = await DemoHost.ProblemsAsync(answer);
        Assert.Contains(problems, problem => problem == ("scheme.approval", "考核方案还没有批准，请先报领导组批准。"));
        Assert.Contains(problems, problem => problem.Path == "units[xinfu]" && problem.Message.Contains("没有适用的指标体系"));
        await using var db = host.Read();
        Assert.Null((await db.CycleAsync(2027, Cancel))!.WorkflowInstanceId);
    }

    [Fact]
    public async Task Should_refuse_targets_of_unknown_indicators_and_take_none_over()
    {
        var office = await host.AsAsync("考核办主任");
        await using var db = host.Read();
        var before = await db.Targets.AsNoTracking().FirstAsync(target => target.UnitId == "xinfu", Cancel);

        using var answer = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/targets", new List<Target>
        {
            before.Value with { Sure = before.Value.Sure + 1m },
            new() { UnitId = "xinfu", IndicatorCode = "没有", Sure = 1m },
            new() { UnitId = "xinfu", IndicatorCode = before.IndicatorCode, Sure = 10m, Stretch = 9m },
        });

        Assert.Equal(
            [$"忻府区“{before.IndicatorCode}”的目标值填了 2 次，请只留一个。", "忻府区的指标体系中没有“没有”，请核对指标代码。", "忻府区的力争目标低于确保目标，请核对。"],
            (await DemoHost.ProblemsAsync(answer)).Select(problem => problem.Message));
        Assert.Equal(before.Json, (await db.Targets.AsNoTracking().SingleAsync(
            target => target.CycleYear == 2026 && target.UnitId == "xinfu" && target.IndicatorCode == before.IndicatorCode, Cancel)).Json);
    }

    [Fact]
    public async Task Should_refuse_a_tally_that_does_not_add_up()
    {
        var team = await host.AsAsync("第一考核组联络员");
        var tally = new BallotTally
        {
            UnitId = "xinfu",
            Component = CompositeComponent.Survey,
            Kinds = [new KindTally { KindCode = "public", Issued = 100, Returned = 120, Valid = 130, Invalid = -10, Counts = new Dictionary<string, int> { ["good"] = 90 } }],
        };

        using var answer = await DemoHost.SendAsync(team, HttpMethod.Post, "/api/cycles/2026/tallies", tally);

        Assert.Equal(
            ["kinds[public].invalid", "kinds[public].returned", "kinds[public].counts"], (await DemoHost.ProblemsAsync(answer)).Select(problem => problem.Path));
        await using var db = host.Read();
        Assert.False(await db.Tallies.AnyAsync(row => row.UnitId == "xinfu" && row.Component == CompositeComponent.Survey, Cancel));
    }

    [Fact]
    public async Task Should_not_let_a_unit_report_for_another()
    {
        var unit = await host.AsAsync("原平市联络员");
        await using var db = host.Read();
        var before = await db.Readings.AsNoTracking().FirstAsync(reading => reading.UnitId == "xinfu", Cancel);

        using var answer = await DemoHost.SendAsync(unit, HttpMethod.Post, "/api/cycles/2026/readings", new List<ReportedFigure>
        {
            new() { UnitId = "xinfu", IndicatorCode = before.IndicatorCode, Value = before.Value.Value + 1m, Reason = "看错了" },
        });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("这是其他单位的内容", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(before.Json, (await db.Readings.AsNoTracking().SingleAsync(
            row => row.UnitId == "xinfu" && row.IndicatorCode == before.IndicatorCode && row.Period == before.Period, Cancel)).Json);
    }

    [Fact]
    public async Task Should_change_a_certified_reading_only_with_a_reason_and_then_ask_for_another_certification()
    {
        var unit = await host.AsAsync("原平市联络员");
        await using var db = host.Read();
        var tree = (await db.TreesAsync(2026, Cancel))[0];
        var before = (await db.Readings.AsNoTracking().Where(row => row.UnitId == "yuanping").ToListAsync(Cancel))
            .First(row => row.Value.Certification is not null && tree.Find(row.IndicatorCode)!.CertifierUnitId == "tongjiju");
        var figure = new ReportedFigure { UnitId = "yuanping", IndicatorCode = before.IndicatorCode, Value = before.Value.Value + 1m };

        using var without = await DemoHost.SendAsync(unit, HttpMethod.Post, "/api/cycles/2026/readings", new List<ReportedFigure> { figure });
        Assert.Equal(
            [($"readings[yuanping.{before.IndicatorCode}].reason", "修改完成值必须写明理由，请填写后再提交。")], await DemoHost.ProblemsAsync(without));

        using var with = await DemoHost.SendAsync(unit, HttpMethod.Post, "/api/cycles/2026/readings", new List<ReportedFigure> { figure with { Reason = "统计公报修订" } });
        Assert.Equal(HttpStatusCode.NoContent, with.StatusCode);
        var after = await ReadingAsync(before.IndicatorCode);
        Assert.Null(after.Certification);
        Assert.Equal(before.Value.Value, Assert.Single(after.History).From);

        var key = new ReadingKey("yuanping", before.IndicatorCode);
        var other = await host.AsAsync("市发改委联络员");
        using var wrong = await DemoHost.SendAsync(other, HttpMethod.Post, "/api/cycles/2026/readings/certify", new { certifierUnitId = "fagaiwei", readings = new[] { key } });
        Assert.Contains("只有该指标的数据认定部门可以认定", (await DemoHost.ProblemsAsync(wrong))[0].Message);

        var right = await host.AsAsync("市统计局联络员");
        using var certified = await DemoHost.SendAsync(right, HttpMethod.Post, "/api/cycles/2026/readings/certify", new { certifierUnitId = "tongjiju", readings = new[] { key } });
        Assert.Equal(HttpStatusCode.NoContent, certified.StatusCode);
        Assert.Equal("tongjiju", (await ReadingAsync(before.IndicatorCode)).Certification!.UnitId);
    }

    [Theory]
    [InlineData(5.5, "加分 5.5 分超过方案规定的上限 5 分，请核对。")]
    [InlineData(-11, "减分 11 分超过方案规定的上限 10 分，请核对。")]
    [InlineData(0, "加减分为 0，没有意义，请填写分数或取消。")]
    public async Task Should_refuse_points_out_of_range(double points, string says)
    {
        var office = await host.AsAsync("考核办主任");
        await using var db = host.Read();
        var before = await db.Adjustments.CountAsync(Cancel);

        using var answer = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/adjustments", new { unitId = "xinfu", points, reason = "某事", basis = "某文" });

        Assert.Equal([("points", says)], await DemoHost.ProblemsAsync(answer));
        Assert.Equal(before, await db.Adjustments.CountAsync(Cancel));
    }

    [Fact]
    public async Task Should_say_in_chinese_that_a_body_is_no_record()
    {
        var office = await host.AsAsync("考核办主任");

        using var answer = await office.PostAsync("/api/cycles/2026/adjustments", new StringContent("{ \"points\": \"很多\" }", System.Text.Encoding.UTF8, "application/json"), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("提交的内容格式不对", await answer.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<Scheme> SchemeAsync(int version)
    {
        await using var db = host.Read();
        return (await db.Schemes.AsNoTracking().SingleAsync(scheme => scheme.CycleYear == 2026 && scheme.SchemeVersion == version, Cancel)).Value;
    }

    private async Task<Kaohe.Assessment.Readings.Reading> ReadingAsync(string code)
    {
        await using var db = host.Read();
        return (await db.Readings.AsNoTracking().SingleAsync(row => row.UnitId == "yuanping" && row.IndicatorCode == code && row.CycleYear == 2026, Cancel)).Value;
    }
}
