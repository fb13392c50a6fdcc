using System.Text.Json.Nodes;
using Kaohe.Activities;
using Kaohe.Activities.Effects;
using Kaohe.Activities.Plans;
using Kaohe.Assessment.Rectifications;
using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Rectifications;
using Kaohe.Server.Tests.Documents;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Rectifications;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Rectifications;

/// <summary>整改 of a unit as people do it: the report answers the notice, the unit reports what it has done, 复查 looks at every measure.</summary>
public sealed class RectificationWorkTests(PlayedCity city) : IClassFixture<PlayedCity>
{
    private const string Unit = DocumentCity.Unit;
    private static readonly string[] _listed = ["“固定资产投资”得分41.200，没有完成年度目标。", "“粮食产量”得分55.000，没有完成年度目标。", "民意调查得分71.300，低于80分。"];

    [Fact]
    public async Task Should_take_a_report_only_with_a_measure_for_every_problem_of_the_notice_and_show_the_unit_its_papers()
    {
        await NoticeAsync(Unit);
        await RecordAsync(Unit, RectificationEvent.Noticed);
        var id = await OpenAsync(TaskKinds.RectificationReport, Role.Unit);
        var form = await TaskWork.FormAsync(city.UnitPerson, id);
        Assert.Equal(_listed, form["measures"]!.AsArray().Select(row => row!["shortcoming"]!.ToString()));

        form["causes"] = "跟踪不够";
        Fill(form);
        var short1 = form.DeepClone().AsObject();
        short1["measures"] = new JsonArray(short1["measures"]![0]!.DeepClone());
        using var refused = await TaskWork.CompleteAsync(city.UnitPerson, id, short1);
        var problems = await DemoHost.ProblemsAsync(refused);
        Assert.Equal(["data.measures", "data.measures"], problems.Select(problem => problem.Path));
        Assert.Contains("第 2 个问题没有对应的整改措施：“粮食产量”", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("民意调查得分71.300", problems[1].Message, StringComparison.Ordinal);

        // Two problems may share a measure that repeats both.
        form["measures"]!.AsArray().RemoveAt(2);
        form["measures"]![1]!["shortcoming"] = $"{_listed[1]}\n{_listed[2]}";
        using var done = await TaskWork.CompleteAsync(city.UnitPerson, id, form);
        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync(DocumentCity.Cancel));

        var own = await PapersAsync(Unit);
        Assert.Equal("整改通知书", Assert.Single(own).Title);
        Assert.Empty(await PapersAsync(DocumentCity.OtherUnit));
    }

    [Fact]
    public async Task Should_keep_what_the_unit_reports_and_pass_only_when_every_measure_is_in_place()
    {
        const string unit = "dingxiang";
        await city.EnsureAsync("定襄县甲", user => (user.DisplayName, user.PersonId, user.UnitId) = ("定襄县甲", "p-dingxiang", unit), Kaohe.Server.Identity.RoleCodes.Unit);
        await ApprovedAsync(unit);
        var person = await city.SignInAsync("定襄县甲", Kaohe.Server.Identity.RoleCodes.Unit);
        var id = await OpenAsync(TaskKinds.RectificationCompletion, Role.Unit, unit);
        var form = await TaskWork.FormAsync(person, id);
        Assert.Equal(["投资未完成", "佐证不全"], form["measures"]!.AsArray().Select(row => row!["shortcoming"]!.ToString()));
        using var empty = await TaskWork.CompleteAsync(person, id, form.DeepClone().AsObject());
        Assert.Equal(
            ["data.measures[0].isDone", "data.measures[0].progress", "data.measures[1].isDone", "data.measures[1].progress", "data.statement"],
            (await DemoHost.ProblemsAsync(empty)).Select(problem => problem.Path).Order(StringComparer.Ordinal));

        (form["measures"]![0]!["isDone"], form["measures"]![0]!["progress"]) = (true, "6个项目全部开工");
        (form["measures"]![1]!["isDone"], form["measures"]![1]!["progress"]) = (false, "台账补到4月");
        form["statement"] = "投资已赶上，申请销号。";
        using var reported = await TaskWork.CompleteAsync(person, id, form);
        Assert.True(reported.IsSuccessStatusCode, await reported.Content.ReadAsStringAsync(DocumentCity.Cancel));
        await RecordAsync(unit, RectificationEvent.Completed, "p-dingxiang", await DataAsync(id));
        Assert.Equal((RectificationStage.AwaitingRecheck, "投资已赶上，申请销号。"), await StandAsync(unit, one => (one.Stage, one.Completion!.Statement)));

        var recheck = await OpenAsync(TaskKinds.RectificationRecheck, Role.Office, unit, isApproval: true);
        var found = await TaskWork.FormAsync(city.Office, recheck);
        Assert.Equal(["已完成：6个项目全部开工", "未完成：台账补到4月"], found["measures"]!.AsArray().Select(row => row!["reported"]!.ToString()));
        (found["visitedOn"], found["finding"]) = ($"{OfficeTime.DateOf(DateTimeOffset.UtcNow):yyyy-MM-dd}", "实地看了项目和台账。");
        foreach (var (row, isInPlace) in found["measures"]!.AsArray().Zip([true, false]))
        {
            (row!["isInPlace"], row["note"]) = (isInPlace, "查看现场");
        }

        using var wrong = await TaskWork.CompleteAsync(city.Office, recheck, found.DeepClone().AsObject(), TaskOutcome.Agree.Code);
        var problem = Assert.Single(await DemoHost.ProblemsAsync(wrong));
        Assert.Equal("data.measures[1].isInPlace", problem.Path);
        Assert.Contains("退回单位", problem.Message, StringComparison.Ordinal);

        found["measures"]![1]!["isInPlace"] = true;
        using var passed = await TaskWork.CompleteAsync(city.Office, recheck, found, TaskOutcome.Agree.Code);
        Assert.True(passed.IsSuccessStatusCode, await passed.Content.ReadAsStringAsync(DocumentCity.Cancel));
        await RecordAsync(unit, RectificationEvent.Rechecked, "p-office", await DataAsync(recheck));
        var kept = await StandAsync(unit, one => one.Recheck!);
        Assert.Equal((true, 2, "实地看了项目和台账。"), (kept.Measures.All(one => one.IsInPlace), kept.Measures.Count, kept.Finding));
    }

    [Fact]
    public async Task Should_say_on_the_slip_that_the_unit_did_not_report()
    {
        const string unit = "daixian";
        await ApprovedAsync(unit);
        await RecordAsync(unit, RectificationEvent.CompletionOverdue);
        var missed = await StandAsync(unit, one => one.Log[^1]);
        Assert.Equal(("到期未报告完成情况", "system"), (missed.Act, missed.By));
        await RecordAsync(unit, RectificationEvent.Rechecked, "p-office", new Dictionary<string, object?> { ["visitedOn"] = "2027-07-08", ["finding"] = "现场核查，两项均已落实。" });
        await RecordAsync(unit, RectificationEvent.Closed, "p-office");
        await NoticeAsync(unit);

        var slip = await city.PaperAsync("销号单", unit);
        Assert.Equal("[]", slip.Problems);
        Assert.All(["单位到期未报告完成情况，未申请销号。", "单位未报告", "见复查意见", "现场核查，两项均已落实。", "同意销号。"], text => Assert.Contains(text, slip.Word, StringComparison.Ordinal));
        Assert.DoesNotContain("整改到位", slip.Word, StringComparison.Ordinal);
        Assert.DoesNotContain("申请销号。\n报告人：单位", slip.Word, StringComparison.Ordinal);
    }

    private async Task ApprovedAsync(string unit)
    {
        await RecordAsync(unit, RectificationEvent.Noticed);
        var person = city.City.Officials.First(one => one.UnitId == unit).Id;
        object?[] measures =
        [
            new Dictionary<string, object?> { ["shortcoming"] = "投资未完成", ["action"] = "按周调度", ["responsibleId"] = person, ["completeBy"] = "2027-06-30" },
            new Dictionary<string, object?> { ["shortcoming"] = "佐证不全", ["action"] = "建立台账", ["responsibleId"] = person, ["completeBy"] = "2027-05-31" },
        ];
        await RecordAsync(unit, RectificationEvent.Submitted, $"{unit}-liaison", new Dictionary<string, object?> { ["causes"] = "跟踪不够", ["measures"] = measures });
        await RecordAsync(unit, RectificationEvent.OfficePassed, "p-checker");
        await RecordAsync(unit, RectificationEvent.LeaderApproved, "p-leader");
    }

    private async Task RecordAsync(string unit, RectificationEvent happened, string by = "", Dictionary<string, object?>? data = null)
    {
        var logged = await CountAsync(unit);
        await city.AskAsync(
            KaoheEffects.RecordRectification,
            new RecordRectification { CycleYear = DocumentCity.Year, UnitId = unit, Event = happened, InstanceId = $"flow-{unit}", By = by, Data = data },
            Guid.NewGuid().ToString("N"));
        await city.WaitAsync(db => db.Rectifications.Where(row => row.UnitId == unit), row => row.Value.Log.Count > logged);
    }

    private Task<Paper> NoticeAsync(string unit) => city.PaperAsync("整改通知书", unit, new Dictionary<string, object?>
    {
        ["问题"] = _listed.Select(text => (object?)new Dictionary<string, object?> { ["内容"] = text, ["要求"] = "分析原因并落实", ["时限"] = "2027-06-30" }).ToList(),
    });

    private async Task<string> OpenAsync(string kind, Role role, string unit = Unit, bool isApproval = false)
    {
        var title = Guid.NewGuid().ToString("N");
        await city.AskAsync(
            KaoheEffects.OpenTasks,
            new OpenTasks
            {
                BookmarkId = "b", Item = "item", CycleYear = DocumentCity.Year, Audience = AudienceSpec.OfUnit(unit), TaskKind = kind, Title = title, Role = role.Code,
                IsApproval = isApproval, Outcomes = isApproval ? [TaskOutcome.Agree, PlanOutcomes.Return] : [TaskOutcome.Done],
            },
            title);
        return (await city.WaitAsync(db => db.Tasks.Where(task => task.Title.EndsWith(title)), _ => true)).Id;
    }

    private void Fill(JsonObject form)
    {
        foreach (var row in form["measures"]!.AsArray())
        {
            (row!["action"], row["responsibleId"], row["completeBy"]) =
                ("按周调度", city.City.Officials.First(one => one.UnitId == Unit).Id, $"{OfficeTime.DateOf(DateTimeOffset.UtcNow).AddDays(60):yyyy-MM-dd}");
        }
    }

    private async Task<Dictionary<string, object?>> DataAsync(string taskId)
    {
        await using var db = Read();
        var row = await db.Tasks.AsNoTracking().SingleAsync(task => task.Id == taskId, DocumentCity.Cancel);
        return (Dictionary<string, object?>)Plain(JsonNode.Parse(TaskStore.Read(row).Data!.Value.GetRawText()))!;
    }

    private static object? Plain(JsonNode? node) => node switch
    {
        JsonObject values => values.ToDictionary(pair => pair.Key, pair => Plain(pair.Value)),
        JsonArray items => items.Select(Plain).ToList(),
        JsonValue value when value.TryGetValue<bool>(out var said) => said,
        null => null,
        _ => node.ToString(),
    };

    private async Task<IReadOnlyList<RectificationPaper>> PapersAsync(string ofUnit)
    {
        var actor = Actor.Of(new Person { Id = "p-reader", Name = "甲", Roles = [Role.Unit.Code], Posts = [new Post(ofUnit, PostCodes.Handler, "经办人")] });
        await using var db = Read();
        return await RectificationPapers.ReadAsync(db, actor, DocumentCity.Year, Unit, DocumentCity.Cancel);
    }

    private async Task<T> StandAsync<T>(string unit, Func<Rectification, T> of)
    {
        await using var db = Read();
        return of((await db.Rectifications.AsNoTracking().SingleAsync(row => row.UnitId == unit, DocumentCity.Cancel)).Value);
    }

    private async Task<int> CountAsync(string unit)
    {
        await using var db = Read();
        return (await db.Rectifications.AsNoTracking().FirstOrDefaultAsync(row => row.UnitId == unit, DocumentCity.Cancel))?.Value.Log.Count ?? 0;
    }

    private KaoheDb Read() => city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContext();
}
