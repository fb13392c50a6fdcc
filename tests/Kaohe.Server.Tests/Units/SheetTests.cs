using System.Net;
using Kaohe.Assessment.DemoCity;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using static Kaohe.Server.Tests.Given.Workbooks;

namespace Kaohe.Server.Tests.Units;

public sealed class SheetTests(DemoHost host) : IClassFixture<DemoHost>
{
    private const string Sheets = "/api/cycles/2026/sheets/";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("units")]
    [InlineData("officials")]
    [InlineData("indicators")]
    [InlineData("targets")]
    [InlineData("readings")]
    public async Task Should_take_its_own_export_back_unchanged(string kind)
    {
        var office = await host.AsAsync("考核办主任");
        var before = await FingerprintAsync();

        var file = await office.GetByteArrayAsync(Sheets + kind + "/export", Cancel);
        using var answer = await ImportAsync(office, kind, file);

        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(before, await FingerprintAsync());
    }

    [Theory]
    [InlineData("units", "编号")]
    [InlineData("officials", "编号")]
    [InlineData("indicators", "指标体系")]
    [InlineData("targets", "单位")]
    [InlineData("readings", "单位")]
    [InlineData("tallies", "单位")]
    public async Task Should_offer_a_template_with_titles_and_help(string kind, string firstTitle)
    {
        var office = await host.AsAsync("考核办主任");

        using var file = new MemoryStream(await office.GetByteArrayAsync(Sheets + kind + "/template", Cancel));

        Assert.Equal("填写说明", file.GetSheetNames()[1]);
        file.Position = 0;
        var titles = (IDictionary<string, object>)file.Query(excelType: ExcelType.XLSX).First();
        Assert.Equal(firstTitle, titles["A"]);
    }

    [Fact]
    public async Task Should_report_every_bad_row_with_its_cell_and_take_nothing_over()
    {
        var office = await host.AsAsync("考核办主任");
        var before = await FingerprintAsync();
        var file = Excel("单位",
            Row("x1", "X001", "忻州市某局", "市某局", "市直部门", "经济管理部门", "", "1"),
            Row("x2", "X002", "", "市某委", "市直部门", "没有这类", "坏邮箱", "1.5"),
            Row("x3", "X003", "忻州市某办", "市某办", "企业", "", "", "很多"),
            Row("x4", "140902", "另一个区", "另一区", "县市区", "", "a@b.cn", ""));

        using var answer = await ImportAsync(office, "units", file);

        var problems = (await DemoHost.ProblemsAsync(answer)).ToDictionary(problem => problem.Path, problem => problem.Message);
        Assert.Equal("“全称”没有填写，请补充。", problems["单位!C3"]);
        Assert.Contains("没有这一项", problems["单位!F3"]);
        Assert.Equal("“序号”应为整数，请改正。", problems["单位!H3"]);
        Assert.Contains("填的是“企业”", problems["单位!E4"]);
        Assert.Contains("应为数字", problems["单位!H4"]);
        Assert.Contains("代码“140902”重复", problems["单位!B5"]);
        Assert.Equal(before, await FingerprintAsync());

        static Dictionary<string, object?> Row(string id, string code, string name, string shortName, string kind, string type, string mail, string order) => new()
        {
            ["编号"] = id, ["代码"] = code, ["全称"] = name, ["简称"] = shortName, ["类别"] = kind, ["部门类型"] = type, ["联系邮箱"] = mail, ["序号"] = order,
        };
    }

    [Fact]
    public async Task Should_point_at_the_row_of_a_reading_that_another_unit_owns()
    {
        var office = await host.AsAsync("考核办主任");
        var file = Excel("完成值",
            new() { ["单位"] = "忻府区", ["指标代码"] = "E111", ["完成值"] = 1 },
            new() { ["单位"] = "没有的单位", ["指标代码"] = "E111", ["完成值"] = "多" });

        using var answer = await ImportAsync(office, "readings", file);

        var problems = await DemoHost.ProblemsAsync(answer);
        Assert.Contains(problems, problem => problem.Path == "完成值!B2" && problem.Message.Contains("忻府区的指标体系中没有“E111”"));
        Assert.Contains(problems, problem => problem.Path == "完成值!A3");
        Assert.Contains(problems, problem => problem.Path == "完成值!C3");
    }

    [Fact]
    public async Task Should_refuse_a_file_that_is_no_workbook()
    {
        var office = await host.AsAsync("考核办主任");

        using var answer = await ImportAsync(office, "units", "编号,全称"u8.ToArray());

        Assert.Equal([("file", "文件不是 Excel 工作簿（.xlsx），请下载模板填写后再上传。")], await DemoHost.ProblemsAsync(answer));
    }

    [Fact]
    public async Task Should_let_only_office_and_administrator_import_units()
    {
        var unit = await host.AsAsync("忻府区联络员");
        var file = await (await host.AsAsync("考核办主任")).GetByteArrayAsync(Sheets + "units/export", Cancel);

        using var answer = await ImportAsync(unit, "units", file);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Should_enter_tallies_from_a_file_and_leave_the_confirmation_to_another_person()
    {
        var city = DemoCityLoader.Load(ProductFolders.Product("data/demo-city"));
        var kinds = city.Facts.Tallies.Single(tally => tally.UnitId == "wutai" && tally.Component == Kaohe.Assessment.Schemes.CompositeComponent.Social).Kinds;
        var names = city.Scheme.Social.Kinds.ToDictionary(kind => kind.Code, kind => kind.Name);
        var file = Excel("计票汇总", [.. kinds.Select(kind => new Dictionary<string, object?>
        {
            ["单位"] = "五台县", ["测评项目"] = "社会评价", ["票类"] = names[kind.KindCode], ["发出"] = kind.Issued, ["收回"] = kind.Returned, ["有效"] = kind.Valid,
            ["无效"] = kind.Invalid, ["好"] = kind.Count("good"), ["较好"] = kind.Count("fairlyGood"), ["一般"] = kind.Count("average"), ["差"] = kind.Count("poor"), ["不了解"] = kind.Count("unknown"),
        })]);
        var office = await host.AsAsync("考核办主任");

        using var answer = await ImportAsync(office, "tallies", file);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
        using var own = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/tallies/confirm", new { unitId = "wutai", component = "social" });
        Assert.Contains("必须由两个人完成", (await DemoHost.ProblemsAsync(own))[0].Message);
        using var second = await DemoHost.SendAsync(
            await host.AsAsync("考核办综合科"), HttpMethod.Post, "/api/cycles/2026/tallies/confirm", new { unitId = "wutai", component = "social" });

        Assert.Equal(HttpStatusCode.NoContent, second.StatusCode);
    }

    private async Task<string> FingerprintAsync()
    {
        await using var db = host.Read();
        string[] all =
        [
            .. await db.Units.OrderBy(row => row.Id).Select(row => row.Json).ToListAsync(Cancel),
            .. await db.Officials.OrderBy(row => row.Id).Select(row => row.Json).ToListAsync(Cancel),
            .. await db.IndicatorTrees.OrderBy(row => row.TreeId).Select(row => row.Json).ToListAsync(Cancel),
            .. await db.Targets.OrderBy(row => row.UnitId).ThenBy(row => row.IndicatorCode).Select(row => row.Json).ToListAsync(Cancel),
            .. await db.Readings.OrderBy(row => row.UnitId).ThenBy(row => row.IndicatorCode).Select(row => row.Json).ToListAsync(Cancel),
        ];
        return string.Join('\n', all);
    }
}
