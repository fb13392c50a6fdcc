using System.Globalization;
using System.Net;
using Kaohe.Activities;
using Kaohe.Activities.Effects;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Office.Documents;
using Kaohe.Office.People;
using Kaohe.Storage.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Documents;

/// <summary>The papers that a step keeps with its material: reports of units, certifications, blank forms, summaries, proposal and minutes.</summary>
public sealed class StepPaperTests(PlayedCity city) : IClassFixture<PlayedCity>
{
    [Fact]
    public async Task Should_make_the_units_own_report_of_its_four_parts_figures_and_signature()
    {
        var paper = await city.PaperAsync("自查报告", DocumentCity.Unit, new Dictionary<string, object?> { ["主送机关"] = "市年度目标责任考核领导组办公室" });

        Says(
            paper, "忻府区", "全年主要指标完成较好。", "任务分解到岗到人。", "用地保障不足", "二季度前补齐短板。", "超额完成", "区委书记高翀", "2027年1月20日", "市年度目标责任考核领导组办公室：",
            city.City.Trees.SelectMany(tree => tree.Indicators()).First(one => one.Code == city.Codes[0]).Name);
    }

    [Fact]
    public async Task Should_tell_what_a_data_department_certified_corrected_and_refused()
    {
        var paper = await city.PaperAsync("数据认定表", city.Certifier);

        Says(paper, city.City.Units.First(unit => unit.Id == city.Certifier).Name, "3项，其中更正1项、不予认定1项", "更正：与统计年报口径不符", "不予认定：佐证不足", "刘堃");
    }

    [Fact]
    public async Task Should_print_the_agenda_and_a_sign_in_sheet_with_the_leading_body_of_the_unit()
    {
        var paper = await city.PaperAsync("考核大会签到表", DocumentCity.Unit);

        var head = city.City.Officials.First(one => one.Id == city.City.Units.First(unit => unit.Id == DocumentCity.Unit).LeaderOfficialId);
        Says(paper, "2027年1月20日14:30", "主要负责人报告", head.Name, head.Post, "80%", "30");
    }

    [Theory]
    [InlineData("民主测评票", "□A 市级领导", "不了解", "不记名")]
    [InlineData("民意调查问卷", "2027年1月18日至1月28日", "较好", "0350")]
    [InlineData("社会评价表", "□两代表一委员", "忻府区", "只选一项")]
    public async Task Should_print_a_blank_form_with_the_options_of_the_scheme(string template, params string[] texts) =>
        Says(await city.PaperAsync(template, DocumentCity.Unit, audience: [DocumentCity.Unit, DocumentCity.OtherUnit]), texts);

    [Fact]
    public async Task Should_sum_up_the_ratings_of_the_units_of_the_step_and_of_no_others()
    {
        var paper = await city.PaperAsync("社会评价汇总表", DocumentCity.Unit, audience: [DocumentCity.Unit, DocumentCity.OtherUnit]);

        var tally = city.City.Facts.Tallies.Last(one => one.UnitId == DocumentCity.Unit && one.Component == CompositeComponent.Social);
        var score = BallotScorer.Score(CompositeComponent.Social, city.City.Scheme.BallotsOf(CompositeComponent.Social), tally).Score!.Value;
        Says(
            paper, "2027年1月19日至2027年1月29日", "2个", "现场发放、当场收回", "两代表一委员", "服务对象", "忻府区", "原平市", Math.Round(score, 3, MidpointRounding.AwayFromZero).ToString("F3", CultureInfo.InvariantCulture),
            "王㛃", "赵昇");
        Assert.DoesNotContain("代县", paper.Word, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_lay_the_proposal_before_the_leading_group_with_seats_and_reasons()
    {
        var paper = await city.PaperAsync("等次建议", DocumentCity.Unit, audience: [.. city.City.Units.Select(unit => unit.Id)]);

        var seats = city.City.Scheme.Grades.GoodSeats(14);
        Says(paper, $"单位14个，“好”名额{seats}个", "达到“好”的分数线", "偏关县");
    }

    [Fact]
    public async Task Should_keep_minutes_of_what_was_decided_by_group_and_grade()
    {
        var paper = await city.PaperAsync("会议纪要", DocumentCity.Unit, audience: [.. city.City.Units.Select(unit => unit.Id)]);

        Says(paper, "第3次会议", "2027年3月1日", $"共审定{city.City.Units.Count}个单位", "领导组同意等次建议");
    }

    [Fact]
    public async Task Should_tell_a_unit_what_office_and_leader_said_about_its_rectification()
    {
        var notice = await city.PaperAsync("整改通知书", DocumentCity.OtherUnit);
        Says(await city.PaperAsync("整改审核意见", DocumentCity.OtherUnit), notice.Row.Number!, "跟踪不够", "固定资产投资未完成", "新开工项目6个，按周调度", "措施可行，报领导审批。", "赵昇", "市长郝镕");
    }

    [Fact]
    public async Task Should_show_a_kept_paper_to_its_unit_and_readers_and_mail_it_to_nobody()
    {
        var (own, whole) = (await KeptAsync("自查报告", isPerUnit: true, [Role.Team.Code]), await KeptAsync("等次建议", isPerUnit: false, []));
        var withheld = await KeptAsync("考核组报告", isPerUnit: true, [Role.Team.Code], isWithheld: true);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK], await SeenAsync(own.Id));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], await SeenAsync(whole.Id));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK], await SeenAsync(withheld.Id));
        Assert.StartsWith("忻考记〔", own.Number, StringComparison.Ordinal);
        Assert.Empty(DocumentStore.Read(whole).Recipients);
        await using var db = await city.Services.GetRequiredService<IDbContextFactory<Kaohe.Storage.KaoheDb>>().CreateDbContextAsync(DocumentCity.Cancel);
        Assert.False(await db.Outbox.AnyAsync(row => row.Payload!.Contains(own.Id) && row.Kind == KaoheEffects.SendEmail, DocumentCity.Cancel));
    }

    private async Task<DocumentRow> KeptAsync(string template, bool isPerUnit, IReadOnlyList<string> readers, bool isWithheld = false)
    {
        var item = Guid.NewGuid().ToString("N");
        await city.AskAsync(
            KaoheEffects.DraftDocument,
            new DraftDocument
            {
                BookmarkId = "b", Item = item, StepCode = StepCodes.SelfAssessment, CycleYear = DocumentCity.Year, TemplateName = template, Title = template,
                Audience = AudienceSpec.Of([DocumentCity.Unit]), IsPerUnit = isPerUnit, IsKept = true, IsWithheld = isWithheld, Readers = readers,
            },
            item);
        return await city.WaitAsync(db => db.Documents().Where(row => row.Item == item), row => row.State == DocumentState.Issued);
    }

    private async Task<IReadOnlyList<HttpStatusCode>> SeenAsync(string id)
    {
        List<HttpStatusCode> seen = [];
        foreach (var person in (HttpClient[])[city.Office, city.Leader, city.UnitPerson, city.OtherUnitPerson, city.Team])
        {
            using var answer = await person.GetAsync(new Uri($"/api/documents/{id}", UriKind.Relative), DocumentCity.Cancel);
            seen.Add(answer.StatusCode);
        }

        return seen;
    }

    private static void Says(Paper paper, params IReadOnlyList<string> texts)
    {
        Assert.Equal("[]", paper.Problems);
        Assert.DoesNotContain("待补", paper.Word, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", paper.Word, StringComparison.Ordinal);
        Assert.All(texts, text => Assert.Contains(Plain(text), Plain(paper.Word), StringComparison.Ordinal));
    }

    private static string Plain(string text) => new([.. text.Where(letter => !char.IsWhiteSpace(letter))]);
}
