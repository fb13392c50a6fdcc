using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Given;

/// <summary>One person at one browser. Complains at its end about anything that the browser's console called an error.</summary>
public sealed partial class Session : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private readonly List<string> _forgiven = [];

    internal Session(IBrowserContext context, IPage page, Screen screen)
    {
        (_context, Page, Screen) = (context, page, screen);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !LeftWhileLoading().IsMatch(message.Text) && !_forgiven.Exists(part => message.Text.Contains(part, StringComparison.Ordinal)))
            {
                _complaints.Add($"{message.Text} ({message.Location}, on {page.Url})");
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    public Screen Screen { get; }

    /// <summary>What the browser complained about.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Something that must not be and is told at the end.</summary>
    /// <param name="what">What.</param>
    public void Complain(string what) => _complaints.Add(what);

    /// <summary>From now on the console may complain so: the test makes it happen.</summary>
    /// <param name="part">Part of the complaint.</param>
    public void Forgive(string part) => _forgiven.Add(part);

    /// <summary>Signs in on the page and waits for the 工作台.</summary>
    public async Task SignInAsync(string userName, string password)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("登录名").FillAsync(userName);
        await Page.GetByLabel("密码", new() { Exact = true }).FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
    }

    /// <summary>Signs in as a demo account.</summary>
    public Task SignInAsync(string userName) => SignInAsync(userName, Product.DemoPassword);

    /// <summary>Opens a page of the frame and waits until its heading is there.</summary>
    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address);
        await Page.Locator("main h1").First.WaitForAsync();
    }

    /// <summary>The heading of the page.</summary>
    public ILocator Heading(string title) => Page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 });

    /// <summary>Keeps a picture of the whole page under TestResults/screens, named by what it shows and the size of the screen.</summary>
    /// <param name="name">What it shows.</param>
    /// <param name="screen">Another size to look at it in; null for the person's own.</param>
    /// <returns>By how many pixels the page is wider than the screen, so that somebody has to scroll sideways.</returns>
    public async Task<int> KeepAsync(string name, Screen? screen = null)
    {
        var own = Page.ViewportSize!;
        var width = screen is { } other ? other.Size().Width : own.Width;
        if (width != own.Width)
        {
            await Page.SetViewportSizeAsync(width, own.Height);
        }

        // The screen is made as high as the page: what stays in view while scrolling would otherwise lie over the middle of the picture.
        var height = await Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await Page.SetViewportSizeAsync(width, Math.Clamp(height, own.Height, 16_000));
        await Page.EvaluateAsync("scrollTo(0, 0)");
        await Page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Repository.Root, "TestResults", "screens", $"{name}-{(screen ?? Screen).ToString().ToLowerInvariant()}.png"),
            FullPage = true,
            Animations = ScreenshotAnimations.Disabled,
        });
        var excess = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
        await Page.SetViewportSizeAsync(own.Width, own.Height);
        return Math.Max(0, excess);
    }

    /// <summary>What keeps people with a handicap from using the page (WCAG 2 A and AA), in one line each.</summary>
    /// <param name="impacts">Only barriers of these impacts, in axe's words; all when left out.</param>
    public async Task<IReadOnlyList<string>> BarriersAsync(IReadOnlyCollection<string>? impacts = null)
    {
        // What the real Studio draws in its frame is its own.
        var result = await Page.RunAxe(new() { Iframes = false, RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa"] } });
        return [.. result.Violations.Where(violation => impacts is null || impacts.Contains(violation.Impact)).SelectMany(violation => violation.Nodes.Select(node => $"{Page.Url} {violation.Id}: {node.Html}"))];
    }

    // What Chromium notes when somebody leaves a page whose frame still loads Studio: a fetch that ended for no reason. One that fails says why.
    [GeneratedRegex(@"^Fetch API cannot load \S+/studio/\S+\.\s*$")]
    private static partial Regex LeftWhileLoading();

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.True(_complaints.Count == 0, string.Join('\n', _complaints)); // each to its end
    }
}
