using System.Text.Json.Nodes;
using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Tasks;

/// <summary>Every action on a task, taken at the page by several people who have it open at the same time.</summary>
public sealed partial class TaskActionTests(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    private const string Work = "核对考核数据";
    private const string Approval = "会签考核数据";

    [Fact]
    public async Task Should_take_every_action_with_three_people_at_the_same_task()
    {
        await using var first = await OpenAsync("考核办主任");
        await using var second = await OpenAsync("考核办经办人");
        await using var unit = await OpenAsync("忻府区联络员");
        await TaskPages.StartAsync(
            first,
            TaskPages.Activity("work", "Kaohe.HumanTask", new() { ["title"] = Work, ["candidates"] = new JsonArray("kaoheban-zhuren", "kaoheban-jingban") }, ("taskId", "v2")),
            TaskPages.Activity("sign", "Kaohe.Approval", new() { ["title"] = Approval, ["candidates"] = new JsonArray("shizhang", "fuzuzhang-zuzhi"), ["signing"] = "all", ["submittedTaskId"] = "v2" }));

        // Two click at once: one has it, the other is told who.
        await Task.WhenAll(first.OpenAsync(Work), second.OpenAsync(Work));
        await Task.WhenAll(ClaimAsync(first), ClaimAsync(second));
        var late = await Task.WhenAny(LateAsync(first), LateAsync(second));
        var (mine, other) = await late == first ? (second, first) : (first, second);
        var (me, them) = mine == first ? ("安喆", "郜晨") : ("郜晨", "安喆");
        await Assertions.Expect(Notice(other)).ToContainTextAsync($"已由他人处理：{me}于");
        await other.KeepAsync("task-late-click");

        // 委派 and back, 放回, 签收, 转办.
        await Submit(mine).WaitForAsync();
        await mine.ActAsync("委派", them, "请先核对");
        await other.OpenAsync(Work);
        await other.ActAsync("交回", reason: "已核对");
        await Submit(mine).WaitForAsync();
        await mine.ActAsync("放回");
        await other.OpenAsync(Work);
        await ClaimAsync(other);
        await Submit(other).WaitForAsync();
        await other.ActAsync("转办", me, "您更熟悉");
        await mine.OpenAsync(Work);

        // A mention lets the unit read; 抄送; 催办 twice a day and not more.
        await mine.Page.GetByLabel("留言").PressSequentiallyAsync("@赵俊");
        await mine.Page.GetByRole(AriaRole.Option, new() { Name = "赵俊杰" }).ClickAsync();
        await Assertions.Expect(mine.Page.GetByLabel("留言")).ToHaveValueAsync("@赵俊杰 ");
        await mine.Page.GetByLabel("留言").FillAsync("@赵俊杰 请看口径");
        await mine.Page.GetByRole(AriaRole.Button, new() { Name = "留言", Exact = true }).ClickAsync();
        await Assertions.Expect(mine.Page.Locator(".history")).ToContainTextAsync("留言：@赵俊杰 请看口径");
        await Assertions.Expect(unit.Page.Locator(".bell .mentioned")).ToHaveTextAsync("@1");
        await Assertions.Expect(unit.Page.Locator("main")).ToContainTextAsync("提到我的（1）");
        await unit.KeepAsync("mentioned");
        await unit.OpenAsync(Work, "copied");
        await Assertions.Expect(unit.Page.Locator(".bell .mentioned")).ToHaveCountAsync(0);
        await Assertions.Expect(unit.Page.Locator(".history")).ToContainTextAsync("请看口径");
        await Assertions.Expect(unit.Page.Locator(".task-bar")).ToHaveCountAsync(0);
        await mine.ActAsync("抄送", "贺昇平", "供参考");
        await other.GoAsync(new Uri(mine.Page.Url).PathAndQuery);
        await other.ActAsync("催办", reason: "请今天办");
        await other.ActAsync("催办");
        await other.MoreAsync("催办");
        await other.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "催办", Exact = true }).ClickAsync();
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Dialog).Locator(".problems")).ToContainTextAsync("每天最多2次");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "不，返回" }).ClickAsync();

        // Submitted, pulled back before the leaders act, submitted again.
        await SubmitAsync(mine, "核对无误");
        await mine.OpenAsync(Work, "done");
        await mine.ActAsync("撤回", reason: "补充说明");
        await SubmitAsync(mine, "核对无误，已补充说明");
        await SignAsync(mine, me);
        await Assertions.Expect(mine.Page.Locator(".mud-snackbar")).ToHaveCountAsync(0); // half faded, it has no contrast
        Assert.Equal("", string.Join('\n', await mine.BarriersAsync()));
    }

    // 加签 before, 减签, 退回 to the work and straight back, then both agree.
    private async Task SignAsync(Session author, string name)
    {
        await using var mayor = await OpenAsync("市长");
        await using var organiser = await OpenAsync("市委组织部部长");
        await Task.WhenAll(mayor.OpenAsync(Approval), organiser.OpenAsync(Approval));
        await mayor.ActAsync("加签", "冯雪英", "请先把关");
        await Assertions.Expect(mayor.Page.Locator(".signers")).ToContainTextAsync("贺昇平前加签");
        await mayor.KeepAsync("task-signers");
        await mayor.MoreAsync("减签");
        await mayor.Page.Locator("#action-target").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await mayor.Page.Locator("#action-reason").FillAsync("不需要");
        await mayor.ConfirmAsync("减签");

        await mayor.MoreAsync("退回到前面的任务");
        await mayor.Page.Locator("#action-target").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await mayor.Page.Locator("#action-reason").FillAsync("数据未认定");
        await mayor.ConfirmAsync("退回");
        await Assertions.Expect(organiser.Page.Locator(".task-head h2")).ToContainTextAsync("等待重报");
        await Assertions.Expect(Notice(organiser)).ToContainTextAsync("事项已退回修改");
        await author.OpenAsync(Work);
        await Assertions.Expect(author.Page.Locator(".notice.returned")).ToContainTextAsync("数据未认定");
        await SubmitAsync(author, "已认定");

        await mayor.OpenAsync(Approval);
        await Assertions.Expect(mayor.Page.Locator("article.task")).ToContainTextAsync("已认定");
        await Task.WhenAll(mayor.FinishAsync("同意"), organiser.FinishAsync("同意"));
        await organiser.OpenAsync(Approval, "done");
        await Assertions.Expect(organiser.Page.Locator(".signers")).ToContainTextAsync("贺昇平");
        await Assertions.Expect(organiser.Page.Locator("article.task")).ToContainTextAsync("已通过：全部同意。");
        await Assertions.Expect(organiser.Page.Locator("article.task")).ToContainTextAsync(name);
    }

    private async Task<Session> OpenAsync(string account)
    {
        var session = await chromium.OpenAsync(product);
        await session.SignInAsync(account);
        await session.Page.Locator("main h1").First.WaitForAsync();
        return session;
    }

    private static Task ClaimAsync(Session person) => person.Page.GetByRole(AriaRole.Button, new() { Name = "签收", Exact = true }).ClickAsync();

    private static ILocator Submit(Session person) => person.Page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true });

    private static ILocator Notice(Session person) => person.Page.Locator(".notice.problem");

    private static async Task<Session> LateAsync(Session person)
    {
        await Notice(person).WaitForAsync(new() { Timeout = 0 });
        return person;
    }

    private static async Task SubmitAsync(Session person, string report)
    {
        await person.Page.GetByLabel("办理情况").FillAsync(report);
        await person.FinishAsync("提交");
    }
}
