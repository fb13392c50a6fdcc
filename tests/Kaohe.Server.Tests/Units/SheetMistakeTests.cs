using System.Net;
using Kaohe.Assessment.Units;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;
using static Kaohe.Server.Tests.Given.Workbooks;

namespace Kaohe.Server.Tests.Units;

/// <summary>What people get wrong in a file is said at its cells, and nothing is taken over.</summary>
public sealed class SheetMistakeTests(DemoHost host) : IClassFixture<DemoHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_point_at_both_rows_of_a_target_that_stands_twice()
    {
        var file = Excel("目标值", Row("忻府区", "C111", 100), Row("原平市", "C111", 100), Row("忻府区", "C111", 120));

        var problems = await RefusedAsync("targets", file);

        Assert.Equal(
            [("目标值!B2", "忻府区“C111”的目标值填了 2 次，请只留一个。（见第 2、4 行）"), ("目标值!B4", "忻府区“C111”的目标值填了 2 次，请只留一个。（见第 2、4 行）")], problems);

        static Dictionary<string, object?> Row(string unit, string code, decimal sure) => new() { ["单位"] = unit, ["指标代码"] = code, ["确保目标"] = sure };
    }

    [Fact]
    public async Task Should_point_at_both_rows_of_a_figure_that_stands_twice_for_a_period()
    {
        var file = Excel("完成值", Row("2026Q1", 20), Row("2026Q2", 40), Row("2026Q2", 41));

        var problems = await RefusedAsync("readings", file);

        Assert.Equal(["完成值!B3", "完成值!B4"], problems.Select(problem => problem.Path));
        Assert.All(problems, problem => Assert.Contains("忻府区“C111”2026Q2 的完成值填了 2 次", problem.Message, StringComparison.Ordinal));

        static Dictionary<string, object?> Row(string period, decimal value) =>
            new() { ["单位"] = "忻府区", ["指标代码"] = "C111", ["期间"] = period, ["完成值"] = value };
    }

    [Fact]
    public async Task Should_refuse_figures_and_sheets_that_an_endpoint_brings_twice()
    {
        var office = await host.AsAsync("考核办主任");
        var figure = new ReportedFigure { UnitId = "xinfu", IndicatorCode = "C111", Period = "2026Q3", Value = 60m };

        using var answer = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/readings", new[] { figure, figure with { Period = "2026Q3", Value = 61m } });

        Assert.Equal([("readings[xinfu.C111].periods[2026Q3]", "忻府区“C111”2026Q3 的完成值填了 2 次，请只留一个。")], await DemoHost.ProblemsAsync(answer));
    }

    [Fact]
    public async Task Should_point_at_figures_that_cannot_be()
    {
        var file = Excel("完成值", Row("C521", -5), Row("C612", 5000), Row("C411", -1), Row("C511", 0, "2：台账不全；1.5：演练未做"));

        var problems = await RefusedAsync("readings", file);

        Assert.Contains(problems, problem => problem.Path == "完成值!C2" && problem.Message.Contains("“信访积案化解率”以 % 计，填的是 -5，不可能为负", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Path == "完成值!C3" && problem.Message.Contains("不可能超过 100", StringComparison.Ordinal));
        Assert.DoesNotContain(problems, problem => problem.Path == "完成值!C4");
        Assert.Contains(problems, problem => problem.Path == "完成值!D5" && problem.Message.Contains("扣分合计 3.5 分，超过满分 3 分", StringComparison.Ordinal));

        static Dictionary<string, object?> Row(string code, decimal value, string deductions = "") =>
            new() { ["单位"] = "忻府区", ["指标代码"] = code, ["完成值"] = value, ["扣分"] = deductions, ["修改理由"] = "核实" };
    }

    [Fact]
    public async Task Should_point_at_a_misspelt_category_without_a_false_sum()
    {
        var rows = await ExportAsync(await host.AsAsync("考核办主任"), "indicators");
        rows[1]["类别"] = "经济发晨";

        var problem = Assert.Single(await RefusedAsync("indicators", Excel("指标", [.. rows])));

        Assert.Equal("指标!B3", problem.Path);
        Assert.Contains("“类别”填的是“经济发晨”，没有这一项，请从经济发展、", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_point_at_points_names_and_sums_of_indicators()
    {
        var rows = await ExportAsync(await host.AsAsync("考核办主任"), "indicators");
        var economy = rows.FindAll(row => row["指标体系"]!.Equals(rows[0]["指标体系"]) && row["类别"]!.Equals("经济发展")).Count;
        rows[2]["分值"] = 0;
        rows[3]["代码"] = rows[4]["代码"];

        var problems = await RefusedAsync("indicators", Excel("指标", [.. rows]));

        Assert.Contains(problems, problem => problem.Path == "指标!H4" && problem.Message.Contains("分值必须大于 0", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Path == "指标!H2" && problem.Message.Contains("必须相等", StringComparison.Ordinal)
            && problem.Message.EndsWith($"（见第 2–{economy + 1} 行）", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Path == "指标!E5" && problem.Message.Contains("重复", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Path == "指标!E6" && problem.Message.Contains("（见第 5–6 行）", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_refuse_ids_that_lists_cannot_hold_and_short_names_that_two_units_share()
    {
        var office = await host.AsAsync("考核办主任");
        var file = Excel("单位", Row("新区,1", "X1", "某局", "忻府区"), Row("x2", "X2", "某委", "市某委"), Row("x3", "X3", "某办", "市某委"));

        var problems = await RefusedAsync("units", file);

        Assert.Contains(problems, problem => problem == ("单位!A2", "编号“新区,1”只能用英文字母、数字和短横线，例如 xinfu，请重新填写。"));
        Assert.Contains(problems, problem => problem.Path == "单位!D2" && problem.Message.Contains("简称“忻府区”重复了 2 次", StringComparison.Ordinal));
        Assert.Equal(["单位!D3", "单位!D4"], problems.Where(problem => problem.Message.Contains("（见第 3–4 行）", StringComparison.Ordinal)).Select(problem => problem.Path));
        var people = await RefusedAsync("officials", Excel("人员", new Dictionary<string, object?>
        {
            ["编号"] = "张 三", ["姓名"] = "张三", ["单位"] = "忻府区", ["职务"] = "科员", ["身份"] = "工作人员",
        }));
        Assert.Equal(["人员!A2"], people.Select(problem => problem.Path));
        using var put = await DemoHost.SendAsync(office, HttpMethod.Put, "/api/units/a,b", new Unit
        {
            Id = "a,b", Code = "X9", Name = "某中心", ShortName = "市某中心", Kind = UnitKind.County, GroupId = "counties",
        });
        Assert.Equal(["units[a,b].id"], (await DemoHost.ProblemsAsync(put)).Select(problem => problem.Path));

        static Dictionary<string, object?> Row(string id, string code, string name, string shortName) => new()
        {
            ["编号"] = id, ["代码"] = code, ["全称"] = name, ["简称"] = shortName, ["类别"] = "县市区",
        };
    }

    private async Task<IReadOnlyList<(string Path, string Message)>> RefusedAsync(string kind, byte[] file)
    {
        var office = await host.AsAsync("考核办主任");
        var before = await CountsAsync();

        using var answer = await ImportAsync(office, kind, file);

        Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(before, await CountsAsync());
        return await DemoHost.ProblemsAsync(answer);
    }

    private async Task<string> CountsAsync()
    {
        await using var db = host.Read();
        return string.Join(' ', await db.Units.CountAsync(Cancel), await db.Officials.CountAsync(Cancel), await db.Targets.SumAsync(row => row.Version, Cancel), await db.Readings.SumAsync(row => row.Version, Cancel));
    }
}
