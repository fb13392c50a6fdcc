using Kaohe.Activities;
using Kaohe.Activities.Effects;
using Kaohe.Office.People;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Completions;

/// <summary>核对得分 is not passed while a unit has no total.</summary>
public sealed class ScoreCheckTests(DemoHost host) : IClassFixture<DemoHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_not_pass_the_check_while_a_unit_has_no_total()
    {
        await host.DeliverAsync(KaoheEffects.ComputeScores, new ComputeScores("b", "scores", DemoHost.Year)); // nothing was counted yet
        var office = await host.AsAsync("考核办主任");
        var id = await new TaskWork(host).OpenAsync(TaskKinds.ScoreCheck, Role.Office.Code, isApproval: true);
        var form = await TaskWork.FormAsync(office, id);
        (form["checked"], form["note"]) = (true, "已逐项核对。");

        using var refused = await TaskWork.CompleteAsync(office, id, form, "agree");
        var problem = Assert.Single(await DemoHost.ProblemsAsync(refused));
        Assert.Equal("data.checked", problem.Path);
        Assert.Contains("等 104 个单位得不出总分", problem.Message, StringComparison.Ordinal);

        using var sentBack = await TaskWork.CompleteAsync(office, id, data: null, "return", "先组织测评，再重新计算。");
        Assert.True(sentBack.IsSuccessStatusCode, await sentBack.Content.ReadAsStringAsync(Cancel));
    }
}
