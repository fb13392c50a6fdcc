using System.Text.Json.Nodes;
using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Tasks;

/// <summary>A form is drawn, tried, published, filled in by a unit and read by the office in the next step.</summary>
public sealed class FormDesignTests(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    [Fact]
    public async Task Should_fill_in_at_a_task_what_the_office_has_drawn()
    {
        await using var office = await OpenAsync("考核办主任");
        var page = office.Page;
        await office.GoAsync("/forms");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建表单" }).ClickAsync();
        await SetAsync(page.Locator("#form-title"), "月度进展");
        await SetAsync(page.Locator("#form-steps"), "填报、核定");
        await AddAsync(page, "数字");
        await SetAsync(page.GetByLabel("显示名称"), "完成投资");
        await Assertions.Expect(page.Locator(".field-label").Last).ToContainTextAsync("完成投资");
        await Assertions.Expect(page.GetByLabel("完成投资在核定的权限")).ToBeVisibleAsync();
        await SetAsync(page.GetByLabel("计量单位"), "万元");
        await Assertions.Expect(page.Locator(".form-preview .with-unit")).ToContainTextAsync("万元");
        await SetAsync(page.GetByLabel("最大值"), "1000");
        await page.GetByLabel("必填").CheckAsync();
        await Assertions.Expect(page.Locator(".field-label .required")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByLabel("最大值")).ToHaveValueAsync("1000");
        await page.GetByLabel("完成投资在核定的权限").SelectOptionAsync("Read");
        await AddAsync(page, "单行文字");
        await SetAsync(page.GetByLabel("显示名称"), "核定意见");
        await page.GetByLabel("核定意见在填报的权限").SelectOptionAsync("Hidden");

        // The trial says what the task will say.
        await SetAsync(page.Locator(".form-preview .with-unit input"), "1200");
        await Assertions.Expect(page.Locator(".form-preview .field-problem")).ToHaveTextAsync("“完成投资”不能大于1000万元，现在是1200万元。");
        await office.KeepAsync("form-design");
        Assert.Empty(await office.BarriersAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await office.ConfirmAsync("发布");
        await Assertions.Expect(page.Locator(".page-head h1")).ToContainTextAsync("已发布 第1版");
        var form = new Uri(page.Url).Segments[^1];

        await TaskPages.StartAsync(
            office,
            TaskPages.Activity("fill", "Kaohe.HumanTask", new() { ["title"] = "填报月度进展", ["candidates"] = new JsonArray("xinfu-liaison"), ["formId"] = form, ["formStep"] = "填报" }, ("data", "v1"), ("taskId", "v2")),
            TaskPages.Activity("check", "Kaohe.HumanTask", new() { ["title"] = "核定月度进展", ["candidates"] = new JsonArray("kaoheban-zhuren"), ["formId"] = form, ["formStep"] = "核定", ["formData"] = "v1" }));

        await using var unit = await OpenAsync("忻府区联络员", Screen.Phone);
        await unit.OpenAsync("填报月度进展");
        await Assertions.Expect(unit.Page.Locator("article.task")).Not.ToContainTextAsync("核定意见");
        await unit.Page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await Assertions.Expect(unit.Page.Locator(".problems")).ToContainTextAsync("请填写“完成投资”。");
        await SetAsync(unit.Page.Locator(".with-unit input"), "1200");
        await Assertions.Expect(unit.Page.Locator(".field-problem")).ToHaveTextAsync("“完成投资”不能大于1000万元，现在是1200万元。");
        await unit.KeepAsync("form-filled-wrong");
        await SetAsync(unit.Page.Locator(".with-unit input"), "880.5");
        await unit.FinishAsync("提交");

        await office.OpenAsync("核定月度进展");
        await Assertions.Expect(page.Locator("article.task .read-row")).ToContainTextAsync("880.5万元");
        await SetAsync(page.GetByLabel("核定意见"), "属实");
        await office.FinishAsync("提交");
    }

    [Fact]
    public async Task Should_lose_nothing_that_is_typed_faster_than_the_page_answers()
    {
        await using var office = await OpenAsync("考核办主任");
        var page = office.Page;
        await office.GoAsync("/forms");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建表单" }).ClickAsync();
        await AddAsync(page, "数字");

        // All in one go: no answer of the server can come in between.
        await page.Locator(".field-edit").EvaluateAsync(
            """
            edit => {
                const values = { 显示名称: '完成投资', 填写说明: '截至月底', 计量单位: '万元', 最小值: '1', 最大值: '1000', 小数位数: '2' };
                for (const [label, value] of Object.entries(values)) {
                    const input = [...edit.querySelectorAll('label.setting')].find(one => one.querySelector('span').textContent.startsWith(label)).querySelector('input');
                    input.value = value;
                    input.dispatchEvent(new Event('change', { bubbles: true }));
                }
            }
            """);

        await Assertions.Expect(page.Locator(".field-label").Last).ToContainTextAsync("完成投资");
        await Assertions.Expect(page.GetByLabel("字段名")).ToHaveValueAsync("完成投资");
        await Assertions.Expect(page.Locator(".form-preview .with-unit")).ToContainTextAsync("万元");
        foreach (var (label, value) in new[] { ("填写说明", "截至月底"), ("最小值", "1"), ("最大值", "1000"), ("小数位数", "2") })
        {
            await Assertions.Expect(page.GetByLabel(label)).ToHaveValueAsync(value);
        }

        await SetAsync(page.Locator(".form-preview .with-unit input"), "1200");
        await Assertions.Expect(page.Locator(".form-preview .field-problem")).ToHaveTextAsync("“完成投资”应在1到1000万元之间，现在是1200万元。");
    }

    [Fact]
    public async Task Should_take_away_one_field_when_its_button_is_pressed_twice_before_the_page_answers()
    {
        await using var office = await OpenAsync("考核办主任");
        var page = office.Page;
        await office.GoAsync("/forms");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建表单" }).ClickAsync();
        foreach (var kind in new[] { "数字", "单行文字", "日期" })
        {
            await AddAsync(page, kind);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "删去" }).First.EvaluateAsync("button => { button.click(); button.click(); }");
        await Assertions.Expect(page.Locator(".field-line")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "下移" }).First.EvaluateAsync("button => { button.click(); button.click(); }");
        await Assertions.Expect(page.Locator(".field-line .muted").First).ToHaveTextAsync("日期");
        await Assertions.Expect(page.Locator(".field-line")).ToHaveCountAsync(2);
    }

    // What is added is open at once; until then the field before it would be meant.
    private static async Task AddAsync(IPage page, string kind)
    {
        var count = await page.Locator(".field-line").CountAsync();
        await page.Locator(".field-add").Last.GetByRole(AriaRole.Button, new() { Name = kind, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".field-open").Nth(count)).ToHaveAttributeAsync("aria-expanded", "true");
    }

    private static async Task SetAsync(ILocator input, string text)
    {
        await input.FillAsync(text);
        await input.BlurAsync();
    }

    private async Task<Session> OpenAsync(string account, Screen screen = Screen.Desk)
    {
        var session = await chromium.OpenAsync(product, screen);
        await session.SignInAsync(account);
        await session.Page.Locator("main h1").First.WaitForAsync();
        return session;
    }
}
