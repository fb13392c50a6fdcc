using System.Text;
using System.Text.Json.Nodes;
using Kaohe.EndToEnd.Given;
using Kaohe.EndToEnd.Tasks;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Documents;

/// <summary>A leader on a phone, and whoever stands in for the leader: they read the PDF in the page, sign it, or may not any more.</summary>
public sealed class SignerTests(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    private const string Leader = "贺昇平";
    private const string Proxy = "李堃";
    private const string Notice = "关于开展专项督查的通知";
    private const string Late = "关于开展年底督查的通知";
    private const string Paper = "年度目标责任书";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_let_a_proxy_sign_in_the_leaders_place_until_the_delegation_ends()
    {
        await using var office = await OpenAsync("考核办主任");
        await DraftAsync(office, "督查通知", Notice);
        await using var leader = await OpenAsync("市长", Screen.Phone);
        await ReadAsync(leader);
        await DelegateAsync(office, leader);

        await using var proxy = await OpenAsync("第一考核组组长");
        await proxy.OpenAsync(Notice);
        await proxy.Page.GotoAsync($"/sign/{await IdAsync(office, Notice)}");
        await Assertions.Expect(proxy.Page.Locator(".doc-side")).ToContainTextAsync($"代{Leader}签发");
        await SignAsync(proxy, "wrong-password");
        await Assertions.Expect(proxy.Page.Locator(".doc-side .problems")).ToContainTextAsync("密码不对");
        await proxy.KeepAsync("sign-proxy");
        await SignAsync(proxy, Product.DemoPassword);
        await Assertions.Expect(proxy.Page.Locator("p.done")).ToContainTextAsync($"已签发：{Notice}");
        await SeeBothNamesAsync(office);

        // The page stands open when the delegation ends.
        await DraftAsync(office, "督查通知", Late);
        await proxy.OpenAsync(Late);
        await proxy.Page.GotoAsync($"/sign/{await IdAsync(office, Late)}");
        await Pin(proxy).WaitForAsync();

        // The paper is there, whole, before the right to read it ends: asked for afterwards it would be refused, and the console would say so.
        await Drawn(proxy.Page).WaitForAsync();
        await proxy.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await MoveClockAsync(office, days: 2);
        await SignAsync(proxy, Product.DemoPassword);
        await Assertions.Expect(proxy.Page.Locator(".doc-side .problems")).ToContainTextAsync($"您代{Leader}的代理已经结束");
        await proxy.KeepAsync("sign-proxy-late");
        await proxy.GoAsync("/sign");
        await Assertions.Expect(proxy.Page.Locator("main")).ToContainTextAsync("没有等您签发的公文");
        await proxy.GoAsync("/tasks");
        await Assertions.Expect(proxy.Page.Locator(".task-line")).ToHaveCountAsync(0);
        await proxy.GoAsync("/account/delegations");
        await Assertions.Expect(proxy.Page.Locator("main")).ToContainTextAsync("已到期");
    }

    [Fact]
    public async Task Should_put_the_leaders_signature_on_a_paper_and_refuse_what_is_no_signature()
    {
        await using var office = await OpenAsync("考核办主任");
        await using var leader = await OpenAsync("市委书记", Screen.Phone);
        await leader.GoAsync("/account/signature");
        await UploadAsync(leader, "签名.png", "不是图片"u8.ToArray());
        await Assertions.Expect(leader.Page.Locator(".field-problem")).ToContainTextAsync("不是 PNG 或 JPG 图片");
        await UploadAsync(leader, "签名.png", await DrawnAsync(leader, ground: "#fff", ink: "#fff"));
        await Assertions.Expect(leader.Page.Locator(".field-problem")).ToContainTextAsync("看不到签名，请用深色笔写在白纸上重拍");
        await leader.KeepAsync("signature-refused");
        await UploadAsync(leader, "签名.png", await DrawnAsync(leader, ground: "#f2f0ea", ink: "#111"));
        await leader.Page.Locator(".signature-shown").WaitForAsync();
        Assert.Equal(0, await leader.KeepAsync("signature"));
        Assert.Empty(await leader.BarriersAsync());

        await DraftAsync(office, "责任书", Paper, perUnit: true);
        await leader.OpenAsync(Paper);
        var id = await IdAsync(office, Paper);
        await leader.Page.GotoAsync($"/sign/{id}");
        await SignAsync(leader, Product.DemoPassword);
        await Assertions.Expect(leader.Page.Locator("p.done")).ToContainTextAsync("已签发");
        await office.GoAsync($"/documents/{id}");
        await Assertions.Expect(office.Page.Locator("main h1")).ToContainTextAsync("已印发");

        // One picture on the paper: the ink, as the page showed it.
        using var file = UglyToad.PdfPig.PdfDocument.Open(await PdfAsync(office, id));
        var picture = Assert.Single(file.GetPages().SelectMany(page => page.GetImages()));
        Assert.InRange(picture.BoundingBox.Width, 70, 90);
        await Drawn(office.Page).WaitForAsync();
        await office.KeepAsync("responsibility-signed");
    }

    // The leader reads the very PDF inside the page, on a phone, and has it larger.
    private static async Task ReadAsync(Session leader)
    {
        await leader.OpenAsync(Notice);
        await leader.GoAsync("/sign");
        await Drawn(leader.Page).WaitForAsync();
        await Assertions.Expect(leader.Page.Locator("pdf-paper .textLayer").First).ToContainTextAsync("忻府区");
        Assert.True(await leader.Page.EvaluateAsync<bool>("() => { const c = document.querySelector('pdf-paper').shadowRoot.querySelector('canvas'), p = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; for (let i = 0; i < p.length; i += 4) if (p[i] > 150 && p[i + 1] < 60) return true; return false; }"), "no red rule on page 1");
        Assert.Equal(0, await leader.KeepAsync("sign-phone"));
        Assert.Empty(await leader.BarriersAsync());
        var width = await WidthAsync(leader);
        await leader.Page.Locator("pdf-paper .larger").ClickAsync();
        Assert.True(await WidthAsync(leader) > width);
        Assert.Equal(0, await leader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        await leader.Page.GetByText("文字版").ClickAsync();
        await Assertions.Expect(leader.Page.Locator(".doc-text")).ToContainTextAsync("忻府区");
    }

    private static async Task DelegateAsync(Session office, Session leader)
    {
        var page = leader.Page;
        await leader.GoAsync("/account/delegations");
        await page.GetByRole(AriaRole.Button, new() { Name = "委托代理人" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确定委托" }).ClickAsync();
        await Assertions.Expect(page.Locator(".field-problem").First).ToBeVisibleAsync();
        await page.Locator("#d-search").FillAsync("第一考核组组长");
        await Assertions.Expect(page.Locator("#d-proxy option")).ToHaveCountAsync(1);
        await page.Locator("#d-proxy").SelectOptionAsync(new SelectOptionValue { Index = 0 });
        await page.Locator("#d-to").FillAsync((await TodayAsync(office)).AddDays(1).ToString("yyyy-MM-dd", null));
        await page.Locator("#d-reason").FillAsync("赴京参会");
        await page.Locator("#d-signing").CheckAsync();
        Assert.Empty(await leader.BarriersAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "确定委托" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("任务和公文（可代为签发）；事由：赴京参会");
        Assert.Equal(0, await leader.KeepAsync("delegations"));
        await office.GoAsync("/delegations");
        await Assertions.Expect(office.Page.Locator("main table")).ToContainTextAsync(Proxy);
        await office.KeepAsync("delegations-all");
    }

    // In the document's history, and in the signature inside the file that went out.
    private static async Task SeeBothNamesAsync(Session office)
    {
        var id = await IdAsync(office, Notice);
        await office.GoAsync($"/documents/{id}");
        await Assertions.Expect(office.Page.Locator("main h1")).ToContainTextAsync("已印发");
        await Assertions.Expect(office.Page.Locator(".doc-side")).ToContainTextAsync($"{Proxy}（代{Leader}） 签发");
        var reason = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes($"签发：{Proxy}（代{Leader}）"));
        Assert.Contains(reason, Encoding.Latin1.GetString(await PdfAsync(office, id)), StringComparison.Ordinal);
    }

    private async Task<Session> OpenAsync(string account, Screen screen = Screen.Desk)
    {
        var session = await chromium.OpenAsync(product, screen);
        await session.SignInAsync(account);
        await session.Heading("工作台").WaitForAsync();
        return session;
    }

    private static Task DraftAsync(Session office, string template, string title, bool perUnit = false) => TaskPages.StartAsync(
        office,
        TaskPages.Activity("draft", "Kaohe.DraftDocument", new()
        {
            ["template"] = template, ["title"] = title, ["audience"] = new JsonArray("xinfu"), ["isPerUnit"] = perUnit, ["issueAtOnce"] = true, ["leaderSigns"] = true,
        }));

    private static async Task SignAsync(Session person, string password)
    {
        await Pin(person).FillAsync(password);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "签发", Exact = true }).ClickAsync();
    }

    private static ILocator Pin(Session person) => person.Page.Locator("#field-pin input");

    private static ILocator Drawn(IPage page) => page.Locator("pdf-paper .sheet[data-drawn]").First;

    private static async Task<double> WidthAsync(Session person) => (await Drawn(person.Page).BoundingBoxAsync())!.Width;

    private static Task UploadAsync(Session person, string name, byte[] bytes) =>
        person.Page.Locator("#signature-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "image/png", Buffer = bytes });

    // A photographed signature: strokes on a ground.
    private static async Task<byte[]> DrawnAsync(Session person, string ground, string ink) => Convert.FromBase64String(await person.Page.EvaluateAsync<string>(
        """
        ([ground, ink]) => {
            const paper = Object.assign(document.createElement('canvas'), { width: 900, height: 300 }), pen = paper.getContext('2d');
            pen.fillStyle = ground;
            pen.fillRect(0, 0, 900, 300);
            pen.strokeStyle = ink;
            pen.lineWidth = 12;
            for (const x of [150, 400, 650]) { pen.beginPath(); pen.moveTo(x, 60); pen.bezierCurveTo(x + 200, 80, x - 60, 200, x + 150, 240); pen.stroke(); }
            return paper.toDataURL('image/png').split(',')[1];
        }
        """,
        new[] { ground, ink }));

    private static async Task<JsonNode> GetAsync(Session office, string address) => JsonNode.Parse(await (await office.Page.APIRequest.GetAsync(address)).TextAsync())!;

    private static async Task<string> IdAsync(Session office, string title) =>
        (await GetAsync(office, "/api/documents"))["items"]!.AsArray().First(one => one!["title"]!.ToString().StartsWith(title, StringComparison.Ordinal))!["id"]!.ToString();

    private static async Task<byte[]> PdfAsync(Session office, string id) => await (await office.Page.APIRequest.GetAsync($"/documents/{id}/pdf")).BodyAsync();

    private static async Task<DateOnly> TodayAsync(Session office) =>
        DateOnly.FromDateTime(DateTimeOffset.Parse((await GetAsync(office, "/api/demo-clock"))["now"]!.ToString(), null).ToOffset(TimeSpan.FromHours(8)).DateTime);

    private static async Task MoveClockAsync(Session office, int days)
    {
        var day = (await TodayAsync(office)).AddDays(days).ToString("yyyy-MM-dd", null);
        var moved = await office.Page.APIRequest.PostAsync("/api/demo-clock/move", new() { DataObject = new { date = day } });
        Assert.True(moved.Ok, await moved.TextAsync());
    }
}
