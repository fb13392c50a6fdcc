using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kaohe.Activities;
using Kaohe.Assessment.DemoCity;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;
using Kaohe.Office.People;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tests.Completions;

/// <summary>Two people stand behind a tally, and one confirmation is about one count.</summary>
public sealed class TallyTests(DemoHost host) : IClassFixture<DemoHost>
{
    private readonly TaskWork _work = new(host);
    private readonly DemoCityData _city = DemoCityLoader.Load(ProductFolders.Product("data/demo-city"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_confirm_only_the_count_that_the_task_is_about()
    {
        var entering = await host.AsAsync("考核办经办人");
        var social = await CountAsync(entering, TaskKinds.SocialRatingTally, CompositeComponent.Social);
        await CountAsync(entering, TaskKinds.LeaderRatingTally, CompositeComponent.Leaders);
        var checking = await host.AsAsync("考核办主任");
        await LeaveOutAsync(checking, "haiguan", "social", "delegates");

        using var confirmed = await ConfirmAsync(checking, social);

        Assert.True(confirmed.IsSuccessStatusCode, await confirmed.Content.ReadAsStringAsync(Cancel));
        Assert.Equal([TallyState.Confirmed], await StatesAsync(CompositeComponent.Social));
        Assert.Equal([TallyState.Entered], await StatesAsync(CompositeComponent.Leaders));
    }

    [Fact]
    public async Task Should_not_let_the_same_person_confirm_the_own_count()
    {
        var entering = await host.AsAsync("考核办经办人");
        var survey = await CountAsync(entering, TaskKinds.SurveyTally, CompositeComponent.Survey);

        var id = await OpenConfirmationAsync(survey, unitId: null);
        using var claimed = await DemoHost.SendAsync(entering, HttpMethod.Post, $"/api/tasks/{id}/claim", new { });

        Assert.Equal(HttpStatusCode.Forbidden, claimed.StatusCode);
        Assert.Contains("本人提交的事项不能由本人审批", await claimed.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal([TallyState.Entered], await StatesAsync(CompositeComponent.Survey));
    }

    [Fact]
    public async Task Should_not_confirm_a_kind_below_its_floor_until_the_office_has_decided()
    {
        var entering = await host.AsAsync("第二考核组联络员");
        var ballots = await CountAsync(entering, TaskKinds.BallotTally, CompositeComponent.Ballots, "qiaolian");
        var checking = await host.AsAsync("第二考核组成员甲");

        using var early = await ConfirmAsync(checking, ballots, "qiaolian");
        var problem = Assert.Single(await DemoHost.ProblemsAsync(early));
        Assert.Equal("tallies[qiaolian].ballots.kinds[A]", problem.Path);
        Assert.Contains("不足 8 张", problem.Message, StringComparison.Ordinal);
        Assert.Equal([TallyState.Entered], await StatesAsync(CompositeComponent.Ballots));

        await LeaveOutAsync(await host.AsAsync("考核办主任"), "qiaolian", "ballots", "A");
        using var late = await ConfirmAsync(checking, ballots, "qiaolian");
        Assert.True(late.IsSuccessStatusCode, await late.Content.ReadAsStringAsync(Cancel));
        Assert.Equal([TallyState.Confirmed], await StatesAsync(CompositeComponent.Ballots));
    }

    [Theory]
    [InlineData(TaskKinds.BallotTally, CompositeComponent.Ballots, "第二考核组联络员")]
    [InlineData(TaskKinds.SurveyTally, CompositeComponent.Survey, "考核办经办人")]
    [InlineData(TaskKinds.SocialRatingTally, CompositeComponent.Social, "考核办经办人")]
    [InlineData(TaskKinds.LeaderRatingTally, CompositeComponent.Leaders, "考核办经办人")]
    public async Task Should_refuse_each_empty_cell_at_its_place_and_keep_it_empty_in_a_draft(string kind, CompositeComponent component, string who)
    {
        var person = await host.AsAsync(who);
        var id = kind == TaskKinds.BallotTally ? await _work.OpenAsync(kind, Role.Team.Code, "qiaolian")
            : await _work.OpenAsync(kind, Role.Office.Code, data: new() { [FlowInputs.Concerned] = "units:qiaolian" });
        var blank = await TaskWork.FormAsync(person, id);
        var revision = (await person.GetFromJsonAsync<JsonObject>($"/api/tasks/{id}", Cancel))!["task"]!["revision"]!.GetValue<long>();
        using var draft = await person.PostAsJsonAsync($"/api/tasks/{id}/draft", new JsonObject { ["expectedRevision"] = revision, ["data"] = blank.DeepClone() }, Cancel);
        Assert.True(draft.IsSuccessStatusCode, await draft.Content.ReadAsStringAsync(Cancel));

        using var empty = await TaskWork.CompleteAsync(person, id, blank.DeepClone().AsObject());
        Assert.Equal(Cells(component), (await DemoHost.ProblemsAsync(empty)).Select(problem => problem.Path).Order(StringComparer.Ordinal));

        Fill(blank, component);
        var last = blank["sheets"]![0]!["kinds"]!.AsArray()[^1]!.AsObject();
        foreach (var name in (string[])["issued", "returned", "valid", "invalid"])
        {
            last[name] = null;
        }

        last["counts"] = new JsonObject();
        using var partly = await TaskWork.CompleteAsync(person, id, blank.DeepClone().AsObject());
        var problems = await DemoHost.ProblemsAsync(partly);
        Assert.Equal(Cells(component).Where(path => path.Contains($"kinds[{last["kindCode"]}]", StringComparison.Ordinal)), problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
        Assert.All(problems, problem => Assert.Contains("没有的请填 0", problem.Message, StringComparison.Ordinal));
    }

    private IEnumerable<string> Cells(CompositeComponent component)
    {
        var ballots = _city.Scheme.BallotsOf(component);
        string[] numbers = ["issued", "returned", "valid", "invalid", .. ballots.Options.Select(option => $"counts[{option.Code}]")];
        return ballots.Kinds.SelectMany(kind => numbers.Select(number => $"data.sheets[qiaolian].kinds[{kind.Code}].{number}")).Order(StringComparer.Ordinal);
    }

    private async Task<string> CountAsync(HttpClient person, string kind, CompositeComponent component, string? unitId = null)
    {
        var id = await _work.OpenAsync(kind, unitId is null ? Role.Office.Code : Role.Team.Code, unitId);
        var form = await TaskWork.FormAsync(person, id);
        Fill(form, component);
        using var done = await TaskWork.CompleteAsync(person, id, form);
        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync(Cancel));
        return id;
    }

    private void Fill(JsonObject form, CompositeComponent component)
    {
        var tallies = _city.Facts.Tallies.Where(tally => tally.Component == component).ToDictionary(tally => tally.UnitId);
        foreach (var sheet in form["sheets"]!.AsArray())
        {
            foreach (var row in sheet!["kinds"]!.AsArray().Select(row => row!.AsObject()))
            {
                var counted = tallies[sheet["unitId"]!.ToString()].Kind(row["kindCode"]!.ToString())!;
                (row["issued"], row["returned"], row["valid"], row["invalid"]) = (counted.Issued, counted.Returned, counted.Valid, counted.Invalid);
                row["counts"] = new JsonObject(counted.Counts.Select(count => KeyValuePair.Create(count.Key, (JsonNode?)count.Value)));
            }
        }
    }

    private async Task<HttpResponseMessage> ConfirmAsync(HttpClient person, string counted, string? unitId = null)
    {
        var id = await OpenConfirmationAsync(counted, unitId);
        var form = await TaskWork.FormAsync(person, id);
        (form["recounted"], form["checkers"]) = (true, "监票人两名");
        return await TaskWork.CompleteAsync(person, id, form, "agree");
    }

    private Task<string> OpenConfirmationAsync(string counted, string? unitId) => _work.OpenAsync(
        TaskKinds.TallyConfirmation, unitId is null ? Role.Office.Code : Role.Team.Code, unitId, isApproval: true, new Dictionary<string, object?> { ["submittedTaskId"] = counted });

    private static async Task LeaveOutAsync(HttpClient office, string unitId, string component, string kindCode)
    {
        using var answer = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/floor-decisions", new { unitId, component, kindCode, reason = "有效票不足，经研究不计" });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<List<TallyState>> StatesAsync(CompositeComponent component)
    {
        await using var db = host.Read();
        return await db.Tallies.Where(row => row.CycleYear == DemoHost.Year && row.Component == component).Select(row => row.State).Distinct().ToListAsync(Cancel);
    }
}
