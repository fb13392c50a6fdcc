using System.Text.Json.Nodes;
using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Tasks;

/// <content>The inbox of three people at once: the same numbers everywhere, saved filters, the keyboard, and acts on everything that was chosen.</content>
public sealed partial class TaskActionTests
{
    private const int Many = 32;
    private const string Wish = "批准调整事项";

    [Fact]
    public async Task Should_show_three_people_the_same_numbers_and_act_on_all_that_was_chosen()
    {
        await using var office = await OpenAsync("考核办主任");
        await using var mayor = await OpenAsync("市长");
        await using var unit = await OpenAsync("忻府区联络员");
        var units = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "data", "demo-city", "units.json"), TestContext.Current.CancellationToken))!;
        var ids = (units as JsonArray ?? units["units"]!.AsArray()).Take(Many).Select(one => (JsonNode)one!["id"]!.ToString());
        await TaskPages.StartAsync(
            office,
            TaskPages.Activity("all", "Kaohe.Approval", new() { ["title"] = Wish, ["candidates"] = new JsonArray("shizhang"), ["audience"] = new JsonArray([.. ids]) }),
            TaskPages.Activity("after", "Kaohe.HumanTask", new() { ["title"] = "执行调整", ["candidates"] = new JsonArray("xinfu-liaison") }));

        // The bell, the workbench and the inbox follow by themselves and say the same.
        await Assertions.Expect(mayor.Page.Locator(".bell .count")).ToHaveTextAsync($"{Many}");
        await Assertions.Expect(mayor.Page.Locator("main")).ToContainTextAsync($"全部待办（{Many}）");
        await mayor.GoAsync("/tasks");
        await Assertions.Expect(mayor.Page.Locator(".boxes .current .count")).ToHaveTextAsync($"{Many}");
        await Assertions.Expect(mayor.Page.Locator(".urgency.none b")).ToHaveTextAsync($"{Many}");
        await Assertions.Expect(unit.Page.Locator(".bell .count")).ToHaveCountAsync(0);

        await SaveFilterAsync(mayor);
        await UseKeysAsync(mayor);
        await UrgeAllAsync(office);

        // What was chosen on two pages, and then everything.
        await mayor.Page.GetByRole(AriaRole.Button, new() { Name = $"选全部 {Many} 项" }).ClickAsync();
        await Assertions.Expect(mayor.Page.Locator(".batch-bar")).ToContainTextAsync($"已选 {Many} 项");
        await mayor.Page.Locator(".batch-bar").GetByRole(AriaRole.Button, new() { Name = "批量通过" }).ClickAsync();
        await mayor.ConfirmAsync("通过");
        await Assertions.Expect(mayor.Page.Locator("main")).ToContainTextAsync($"{Many} 项全部办妥");
        await Assertions.Expect(mayor.Page.Locator(".bell .count")).ToHaveCountAsync(0);
        await Assertions.Expect(unit.Page.Locator(".bell .count")).ToHaveTextAsync("1");
        await Assertions.Expect(unit.Page.Locator("main")).ToContainTextAsync("执行调整");
        await unit.OpenAsync("执行调整");
        await SubmitAsync(unit, "已执行");
        await Assertions.Expect(unit.Page.Locator(".bell .count")).ToHaveCountAsync(0);
    }

    private static async Task SaveFilterAsync(Session person)
    {
        var page = person.Page;
        await page.GetByLabel("查找标题").FillAsync("忻府区");
        await page.GetByLabel("查找标题").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".task-line")).ToHaveCountAsync(1);
        await page.GetByLabel("我的视图").ClickAsync();
        await page.GetByLabel("视图名称").FillAsync("忻府区的");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "忻府区的", Exact = true }).WaitForAsync();
        await person.GoAsync("/tasks");
        await Assertions.Expect(page.Locator(".task-line")).ToHaveCountAsync(30);
        await page.GetByLabel("我的视图").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "忻府区的", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".task-line")).ToHaveCountAsync(1);
    }

    // j, k, Enter, x, n and ? do what the mouse does; what was chosen on one page stays chosen on the next.
    private static async Task UseKeysAsync(Session person)
    {
        var page = person.Page;
        await person.GoAsync("/tasks");
        await Assertions.Expect(page.Locator(".task-line")).ToHaveCountAsync(30);
        await page.Locator("main h1").First.FocusAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("[data-keys] .menu-body")).ToBeVisibleAsync();
        await person.KeepAsync("inbox-keys");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("[data-keys] .menu-body")).ToBeHiddenAsync();
        foreach (var key in new[] { "j", "j", "j", "k" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await Assertions.Expect(page.Locator(".task-line").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("article.task").WaitForAsync();
        await page.Locator(".task-line").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.Locator(".batch-bar")).ToContainTextAsync("已选 1 项");
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator(".task-line")).ToHaveCountAsync(Many - 30);
        await page.Locator(".task-line").First.FocusAsync();
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.Locator(".batch-bar")).ToContainTextAsync("已选 2 项");
        await person.KeepAsync("inbox-chosen");
    }

    private static async Task UrgeAllAsync(Session office)
    {
        await office.GoAsync($"/tasks?box=all&q={Uri.EscapeDataString(Wish)}");
        await office.Page.Locator(".task-pick").First.CheckAsync();
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "选本页" }).ClickAsync();
        await Assertions.Expect(office.Page.Locator(".batch-bar")).ToContainTextAsync("已选 30 项");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = $"选全部 {Many} 项" }).ClickAsync();
        await office.Page.Locator(".batch-bar").GetByRole(AriaRole.Button, new() { Name = "批量催办" }).ClickAsync();
        await office.ConfirmAsync("催办");
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync($"{Many} 项全部办妥");
    }
}
