using System.Net;
using System.Net.Http.Headers;
using Kaohe.Assessment;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tests.Cycles;

/// <summary>Single indicators: added, changed, moved and taken away; checked as a whole, and by Excel without loss.</summary>
public sealed class IndicatorTests(DemoHost host) : IClassFixture<DemoHost>
{
    private const string Trees = "/api/cycles/2026/indicators";

    // Every method with numbers that a rounded text would lose.
    private static readonly ScoringMethod[] _methods =
    [
        new CompletionRate { Cap = 1.12345678m },
        new EfficacyCoefficient { Floor = 59.98765m, LowerIsBetter = true, Good = 0.00012m, Bad = 12.345678m },
        new EfficacyCoefficient { Floor = 0m },
        new GrowthMix { IncrementShare = 33.33333m, Floor = 60.5m },
        new RatioToBest { LowerIsBetter = true },
        new RankLadder { LowerIsBetter = true, Rungs = [new(1, 100m), new(3, 88.88888m), new(null, 0m)] },
        new BandTable { Bands = [new(null, 0m), new(-3.00001m, 40m), new(95.55555m, 90.12345m)] },
        new Deduction(),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_add_move_and_take_away_single_indicators_with_what_hangs_on_them()
    {
        var office = await host.AsAsync("考核办主任");
        var before = await TreeAsync();
        var (first, other) = (before.Categories[0].Children[0], before.Categories[0].Children[1]);
        var (giver, gone) = (first.Children[0], other.Children[0]);
        var added = giver with { Code = "C119", Name = "民营经济增加值", Weight = 1m, GoalCode = null, Method = _methods[6] };
        var draft = before.Replace(giver.Code, giver with { Weight = giver.Weight + gone.Weight - 1m }).Remove(gone.Code)
            .Add(other.Code, added).MoveTo("C119", first.Code).Shift("C119", -1);

        using var saved = await DemoHost.SendAsync(office, HttpMethod.Put, Trees, new[] { draft });

        Assert.True(saved.StatusCode == HttpStatusCode.NoContent, await saved.Content.ReadAsStringAsync(Cancel));
        var after = await TreeAsync();
        Assert.Equal(first.Children.Count - 1, after.ParentOf("C119")!.Children.ToList().FindIndex(each => each.Code == "C119"));
        Assert.Equal(100m, after.Indicators().Sum(indicator => indicator.Weight));
        await using var db = host.Read();
        Assert.False(await db.Targets.AnyAsync(target => target.CycleYear == 2026 && target.UnitId == "xinfu" && target.IndicatorCode == gone.Code, Cancel));
        Assert.True(await db.Targets.AnyAsync(target => target.CycleYear == 2026 && target.UnitId == "xinfu" && target.IndicatorCode == giver.Code, Cancel));

        using var back = await DemoHost.SendAsync(office, HttpMethod.Put, Trees, new[] { before });
        Assert.Equal(HttpStatusCode.NoContent, back.StatusCode);
    }

    [Fact]
    public async Task Should_say_everything_that_is_wrong_with_a_tree_at_once_and_change_nothing()
    {
        var office = await host.AsAsync("考核办主任");
        var before = await TreeAsync();
        var first = before.Categories[0].Children[0];
        var (one, two) = (first.Children[0], first.Children[1]);
        var draft = before.Replace(one.Code, one with { Weight = one.Weight + 1m, Name = " ", CertifierUnitId = "没有这个部门" })
            .Replace(two.Code, two with { Method = new RankLadder { Rungs = [new(3, 120m)] } });

        using var answer = await DemoHost.SendAsync(office, HttpMethod.Put, Trees, new[] { draft });

        var messages = (await DemoHost.ProblemsAsync(answer)).Select(problem => problem.Message).ToList();
        Assert.Contains("“经济发展”为 35 分，下级合计 36 分，必须相等，请调整。", messages);
        Assert.Contains($"代码为“{one.Code}”的二级指标没有名称，请补充。", messages);
        Assert.Contains("指标“ ”的数据认定部门“没有这个部门”不在单位名单中，请重新选择。", messages);
        Assert.Contains($"指标“{two.Name}”：名次分档的最后一档必须不设名次上限，以便容纳其余单位。", messages);
        Assert.Contains($"指标“{two.Name}”：名次分档的得分应在 0 到 100 之间。", messages);
        Assert.Equal(AssessmentJson.Write(before), AssessmentJson.Write(await TreeAsync()));
    }

    [Fact]
    public async Task Should_leave_indicators_to_the_office()
    {
        var unit = await host.AsAsync("忻府区联络员");

        using var answer = await DemoHost.SendAsync(unit, HttpMethod.Put, Trees, new[] { await TreeAsync() });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Should_bring_every_method_through_excel_into_another_year_without_loss()
    {
        var office = await host.AsAsync("考核办主任");
        using var made = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles", new { year = 2041 });
        using var none = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2041/indicators/copy", new { });
        Assert.Equal([("year", "2040 年度没有指标体系，无法沿用，请下载模板填写后导入。")], await DemoHost.ProblemsAsync(none));
        var source = await TreeAsync();
        var methods = new Queue<ScoringMethod>(_methods);
        var tree = source with
        {
            Id = "county-2041",
            Year = 2041,
            Categories =
            [
                .. source.Categories.Select(category => category with
                {
                    Children =
                    [
                        .. category.Children.Select(first => first with
                        {
                            Children = [.. first.Children.Select(each => each with { GoalCode = null, Method = methods.TryDequeue(out var method) ? method : each.Method })],
                        }),
                    ],
                }),
            ],
        };
        Assert.Empty(methods);
        using var put = await DemoHost.SendAsync(office, HttpMethod.Put, "/api/cycles/2041/indicators", new[] { tree });
        Assert.True(put.StatusCode == HttpStatusCode.NoContent, await put.Content.ReadAsStringAsync(Cancel));
        var file = await office.GetByteArrayAsync("/api/cycles/2041/sheets/indicators/export", Cancel);

        using var next = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles", new { year = 2042 });
        using var content = new MultipartFormDataContent();
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(part, "file", "指标.xlsx");
        using var imported = await office.PostAsync("/api/cycles/2042/sheets/indicators/import", content, Cancel);

        Assert.True(imported.StatusCode == HttpStatusCode.OK, await imported.Content.ReadAsStringAsync(Cancel));
        await using var db = host.Read();
        var copy = Assert.Single(await db.TreesAsync(2042, Cancel));
        Assert.Equal(AssessmentJson.Write(tree with { Id = copy.Id, Year = 2042 }), AssessmentJson.Write(copy));
    }

    [Fact]
    public async Task Should_take_over_the_indicators_of_the_year_before_once()
    {
        var office = await host.AsAsync("考核办主任");
        using var made = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles", new { year = 2027 });

        using var copied = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2027/indicators/copy", new { });
        using var again = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2027/indicators/copy", new { });

        Assert.Equal(HttpStatusCode.NoContent, copied.StatusCode);
        Assert.Equal([("year", "2027 年度已经有指标体系，请直接修改。")], await DemoHost.ProblemsAsync(again));
        using var started = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2027/start", new { });
        Assert.Contains(
            ("targets[xinfu.C111]", "忻府区“地区生产总值”没有下达目标值，请补充或办理免考。"), await DemoHost.ProblemsAsync(started));
        await using var db = host.Read();
        var (old, now) = (await db.TreesAsync(2026, Cancel), await db.TreesAsync(2027, Cancel));
        Assert.Equal(old.Select(tree => tree.Name.Replace("2026", "2027", StringComparison.Ordinal)), now.Select(tree => tree.Name));
        Assert.Equal(old.SelectMany(tree => tree.Indicators()).Select(each => each.Code), now.SelectMany(tree => tree.Indicators()).Select(each => each.Code));
    }

    private async Task<IndicatorTree> TreeAsync()
    {
        await using var db = host.Read();
        return (await db.TreesAsync(2026, Cancel))[0];
    }
}
