using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Office.Documents;

namespace Kaohe.Server.Tests.Documents;

/// <summary>Every paper says what is on record, and waits for nobody to type it.</summary>
public sealed partial class FactsTests(PlayedCity city) : IClassFixture<PlayedCity>
{
    [Fact]
    public async Task Should_write_the_record_of_a_supervision_from_the_findings_of_the_team()
    {
        var paper = await city.PaperAsync("督查记录表", DocumentCity.Unit);

        var (target, reading) = Figure(city.Codes[0]);
        Says(paper, "忻府区", "2026年10月20日", "查阅资料、实地察看、座谈了解", target, reading, "进度滞后：项目开工不足", "任务分解到岗到人，个别指标偏慢。", "制定赶超措施");
        Says(paper, [.. City(city.Codes)]);
    }

    [Fact]
    public async Task Should_tell_in_the_bulletin_how_many_indicators_are_on_schedule()
    {
        var paper = await city.PaperAsync("督查通报", DocumentCity.Unit, isSigned: true);

        var count = city.Codes.Count;
        var shown = city.Codes.Where(code => city.City.Facts.Readings.Any(reading => reading.UnitId == DocumentCity.Unit && reading.IndicatorCode == code && reading.Evidence.Count > 0)).ToList();
        var good = shown.Count(code => code != city.Codes[1]);
        Assert.Equal(DocumentState.Signing, paper.Row.State);
        Says(paper, "2026年10月12日至2026年10月23日", $"共督查1个单位，核查指标{count}项", $"正常推进{good}项", (good * 100m / count).ToString("F1", CultureInfo.InvariantCulture), "项目开工不足");
    }

    [Fact]
    public async Task Should_write_the_tally_sheet_with_every_count_and_both_people()
    {
        var paper = await city.PaperAsync("计票汇总表", DocumentCity.Unit);

        var tally = city.City.Facts.Tallies.Last(one => one.UnitId == DocumentCity.Unit && one.Component == CompositeComponent.Ballots);
        var score = BallotScorer.Score(CompositeComponent.Ballots, city.City.Scheme.BallotsOf(CompositeComponent.Ballots), tally).Score!.Value;
        Says(
            paper, "2027年1月20日", "区委报告厅", "王㛃", "陈𬭎", Math.Round(score, 3, MidpointRounding.AwayFromZero).ToString("F3", CultureInfo.InvariantCulture) + "分",
            $"共发出测评票{tally.Kinds.Sum(kind => kind.Issued)}张，收回{tally.Kinds.Sum(kind => kind.Returned)}张，有效{tally.Kinds.Sum(kind => kind.Valid)}张");
        Assert.All(tally.Kinds, kind => Assert.Contains(kind.Counts["good"].ToString(CultureInfo.InvariantCulture), paper.Word, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_report_the_survey_of_all_units()
    {
        var paper = await city.PaperAsync("民意调查报告", DocumentCity.Unit, new Dictionary<string, object?> { ["开始日期"] = "2026-12-01", ["结束日期"] = "2026-12-02", ["主送机关"] = "市年度目标责任考核领导组" }, audience: [DocumentCity.Unit, DocumentCity.OtherUnit]);

        var tallies = city.City.Facts.Tallies.Where(one => one.Component == CompositeComponent.Survey).ToList();
        Says(
            paper, "2027年1月18日至2027年1月28日", "入户和扫码填答相结合的方式，每个单位样本200个", $"共回收问卷{tallies.Sum(tally => tally.Kinds.Sum(kind => kind.Returned))}份",
            "总体满意率为", "满意率居前的是", "得分按好100分");
        Assert.All(city.City.Units, unit => Assert.Contains(unit.ShortName, paper.Pdf, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_write_the_plan_of_talks_in_their_order()
    {
        var paper = await city.PaperAsync("谈话安排", DocumentCity.Unit, new Dictionary<string, object?> { ["开始日期"] = "2026-12-01", ["结束日期"] = "2026-12-09" });

        Says(paper, "2027年1月20日至2027年1月21日", "区委三层小会议室", "李堃、王㛃", "1月20日14:30", "1月21日09:00");
        Assert.True(paper.Word.IndexOf("高翀", StringComparison.Ordinal) < paper.Word.IndexOf("马赟", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_write_the_teams_report_with_the_figures_behind_it()
    {
        var paper = await city.PaperAsync("考核组报告", DocumentCity.Unit, new Dictionary<string, object?> { ["主送机关"] = "市年度目标责任考核领导组办公室" });

        var score = new CompositeCalculator(city.City.Facts).Score(DocumentCity.Unit);
        var ballots = score.ScoreOf(CompositeComponent.Ballots)!.Value;
        Says(
            paper, "应到6人，实到5人", "个别谈话2人", $"核实指标{city.Codes.Count}项", "2027年1月20日至2027年1月22日", "主要经济指标完成较好。", "重点项目推进有力。",
            "1.固定资产投资偏慢", "2.佐证材料不全", "个别成员认为应从严", "2027年2月1日", ballots.ToString("F3", CultureInfo.InvariantCulture));
        var (target, reading) = Figure(city.Codes[0]);
        Says(paper, target, reading);
    }

    [Fact]
    public async Task Should_bind_a_unit_to_its_targets_in_the_responsibility_statement()
    {
        var paper = await city.PaperAsync("责任书", DocumentCity.Unit);

        Says(paper, city.City.LeadingGroup.Name, "忻府区", city.City.Officials.First(one => one.Id == city.City.LeadingGroup.LeaderId).Name, Figure(city.Codes[0]).Target);
        Says(paper, [.. City(city.Codes)]);
    }

    [Fact]
    public async Task Should_close_a_rectification_with_what_people_said_about_closing_it()
    {
        var paper = await city.PaperAsync("整改通知书", DocumentCity.OtherUnit);
        var slip = await city.PaperAsync("销号单", DocumentCity.OtherUnit);

        Says(
            slip, paper.Row.Number!, "固定资产投资未完成", "新开工项目6个，按周调度", "2027年6月30日", "已完成：6个项目均已开工", "到位：实地看了6个项目", "未完成：台账只建到4月", "到位：抽查台账20份，已补到6月",
            "投资进度已赶上，台账正在补齐，申请销号。", "报告人：原平市甲", "2027年6月25日", "实地看了6个项目，均已开工。", "复查人：考核办甲", "2027年7月8日", "同意销号。", "经办人：考核办主任丙", "2027年7月10日",
            "整改报告审批", "同意按报告整改。", "市长郝镕", "2027年4月23日（批准整改报告）");
        Assert.All(["赵昇", "措施可行", "所列2项措施已经落实", "主要负责人"], unsaid => Assert.DoesNotContain(unsaid, slip.Word, StringComparison.Ordinal));
        Assert.StartsWith("忻考销〔", slip.Row.Number, StringComparison.Ordinal);
        Assert.Contains("编号：" + slip.Row.Number, slip.Pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_call_to_an_admonition_with_reason_time_place_and_person()
    {
        var paper = await city.PaperAsync("诫勉谈话通知", DocumentCity.OtherUnit, isSigned: true);

        Assert.Equal(DocumentState.Signing, paper.Row.State);
        Says(paper, "考核得分在本组排在最后一名（第 14 名），等次为“差”。根据", "市委二号楼谈话室", "4月28日", city.City.Officials.First(one => one.Id == city.City.LeadingGroup.LeaderId).Name, "15:00");
        Assert.DoesNotContain("逾期不报", paper.Word, StringComparison.Ordinal);
        Says(paper, "抄送：市委组织部。");
        Assert.DoesNotContain("市人大常委会", paper.Word, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_speak_of_cadres_in_the_commendation_only_when_some_are_commended()
    {
        var paper = await city.PaperAsync("表彰决定", DocumentCity.Unit, isSigned: true);

        Says(paper, "先进单位的决定", "决定对下列单位予以表彰");
        Assert.DoesNotContain("个人", paper.Word, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_name_the_veto_and_what_it_did_to_the_score_in_letter_and_notice()
    {
        var veto = city.City.Facts.Vetoes.Single();
        var score = new CompositeCalculator(city.City.Facts).Score(veto.UnitId);
        var before = Math.Round(score.Why.Children[0].Score!.Value + score.Adjustment, 3, MidpointRounding.AwayFromZero);
        Assert.True(before > score.Total);

        foreach (var template in (string[])["结果通知书", "整改通知书"])
        {
            var paper = await city.PaperAsync(template, veto.UnitId, isSigned: true);
            Says(paper, $"一票否决：{city.City.Scheme.Vetoes.Single(one => one.Code == veto.Code).Name}", veto.Reason, veto.Basis, $"封顶前{before:0.000}");
        }
    }

    [Theory]
    [InlineData(DocumentCity.OtherUnit, "经济发展、人民生活", "年度工作任务")]
    [InlineData("fagaiwei", "年度工作任务", "人民生活")]
    public async Task Should_announce_to_a_unit_only_the_categories_of_its_kind(string unit, string own, string other)
    {
        var paper = await city.PaperAsync("考核预告公告", unit, isSigned: true);
        Says(paper, own);
        Assert.DoesNotContain(other, paper.Word, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("考核预告公告", "0350-3039999", "yugao@xinzhou.example", "2027年1月20日")]
    [InlineData("考核大会通知", "80%", "2027年1月20日14:30", "忻府区")]
    [InlineData("督查通知", "2026年10月12日", "2026年10月23日", "第一考核组")]
    [InlineData("关于做好年度考核工作的通知", "2027年1月15日", "自查总结", "结果评定")]
    [InlineData("结果通报", "忻府区", "较好", "经市年度目标责任考核领导组第3次会议审定")]
    [InlineData("结果通知书", "忻府区", "目标任务", "第3次会议")]
    [InlineData("表彰决定", "先进单位", "2026", "奖")]
    public async Task Should_leave_no_gap_in_a_notice(string template, params string[] texts)
    {
        var paper = await city.PaperAsync(template, DocumentCity.Unit, isSigned: true);

        Assert.Equal(DocumentState.Signing, paper.Row.State);
        Says(paper, texts);
    }

    [Fact]
    public async Task Should_list_in_a_table_of_scores_only_the_units_it_is_for()
    {
        var paper = await city.PaperAsync("得分汇总表", DocumentCity.Unit, new Dictionary<string, object?> { ["分组"] = "县市区" }, audience: [DocumentCity.Unit, DocumentCity.OtherUnit]);

        Says(paper, "忻府区", "原平市", "县市区");
        Assert.DoesNotContain("代县", paper.Word, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_make_the_enclosure_of_an_officials_material_with_the_last_three_years()
    {
        var person = city.City.Officials.First(one => one.Id == city.City.Units.First(unit => unit.Id == DocumentCity.Unit).LeaderOfficialId);
        var pdf = Path.Combine(city.Folder, "material.pdf");
        await File.WriteAllBytesAsync(pdf, await city.Office.GetByteArrayAsync($"/people/{person.Id}/material.pdf?year={DocumentCity.Year}", DocumentCity.Cancel), DocumentCity.Cancel);
        var text = Plain(await PlayedCity.RunAsync("pdftotext", "-raw", pdf, "-"));

        Assert.All([person.Name, Plain(person.Post), "2023", "2024", "2025", "近3年年度目标责任考核等次"], expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        using var word = await city.Office.GetAsync($"/people/{person.Id}/material.docx?year={DocumentCity.Year}", DocumentCity.Cancel);
        using var stranger = await city.OtherUnitPerson.GetAsync($"/people/{person.Id}/material.pdf?year={DocumentCity.Year}", DocumentCity.Cancel);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Forbidden], [word.StatusCode, stranger.StatusCode]);
    }

    private (string Target, string Reading) Figure(string code)
    {
        var indicator = city.City.Trees.SelectMany(tree => tree.Indicators()).First(one => one.Code == code);
        var target = city.City.Facts.Targets.Last(one => one.UnitId == DocumentCity.Unit && one.IndicatorCode == code);
        var reading = city.City.Facts.Readings.Last(one => one.UnitId == DocumentCity.Unit && one.IndicatorCode == code);
        return (Kaohe.Assessment.Shown.Number(target.Sure) + indicator.Measure, Kaohe.Assessment.Shown.Number(reading.Value) + indicator.Measure);
    }

    private IEnumerable<string> City(IEnumerable<string> codes) => codes.Take(5).Select(code => city.City.Trees.SelectMany(tree => tree.Indicators()).First(one => one.Code == code).Name);

    private static void Says(Paper paper, params IReadOnlyList<string> texts)
    {
        Assert.Equal("[]", paper.Problems);
        Assert.DoesNotContain("待补", paper.Word, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", paper.Word, StringComparison.Ordinal);
        var (word, pdf) = (Plain(paper.Word), Plain(paper.Pdf));
        foreach (var text in texts.Select(Plain))
        {
            Assert.Contains(text, word, StringComparison.Ordinal);
            Assert.Contains(text, pdf, StringComparison.Ordinal);
        }
    }

    // A sentence may go on behind a page number.
    private static string Plain(string text) => PageNumber().Replace(new string([.. text.Where(letter => !char.IsWhiteSpace(letter))]), "");

    [GeneratedRegex(@"—\d+—")]
    private static partial Regex PageNumber();
}
