using System.Text.RegularExpressions;
using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Studio;

/// <summary>Somebody in 流程设计: what is seen there, and what of it is not Chinese.</summary>
internal sealed partial class StudioSession(Session session)
{
    // Names that Chinese offices write in Latin letters, names that the product's own flows have, and how a list of people is written.
    private static readonly string[] _names = ["JavaScript", "Liquid", "JSON", "ZIP", "Markdown", "Ctrl", "annual-assessment", "indicator-setting", "rectification", "cycleYear", "role:", "unit:", "post:"];

    // Visible text of every element, without the drawing, fields and code.
    private const string VisibleText = """
        () => {
            const found = new Set();
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const parent = node.parentElement, text = node.data.trim();
                if (!/[a-z]{2}/i.test(text) || parent.closest('script, style, .monaco-editor, .x6-graph, code, pre')) continue;
                const box = parent.getBoundingClientRect(), style = getComputedStyle(parent);
                if (box.width && box.height && style.visibility !== 'hidden') found.add(text.replace(/\s+/g, ' '));
            }
            for (const element of document.querySelectorAll('[placeholder], [title], [aria-label]')) {
                for (const name of ['placeholder', 'title', 'aria-label']) {
                    const text = element.getAttribute(name) ?? '';
                    if (/[a-z]{2}/i.test(text) && !element.closest('.monaco-editor')) found.add(text);
                }
            }
            return [...found];
        }
        """;

    private readonly HashSet<string> _english = new(StringComparer.Ordinal);

    /// <summary>Signs in as an office clerk.</summary>
    public static async Task<StudioSession> SignInAsync(Session session, string userName = "考核办经办人")
    {
        await session.SignInAsync(userName);
        await session.Heading("工作台").WaitForAsync();
        return new StudioSession(session);
    }

    public IPage Page => session.Page;

    public IFrameLocator Frame => Page.FrameLocator("iframe.studio-frame");

    /// <summary>English that was seen and is no allowed name.</summary>
    public IReadOnlyCollection<string> English => _english;

    /// <summary>Opens a page of 流程设计 and waits until Studio shows something.</summary>
    public async Task OpenAsync(string address, string shown)
    {
        await session.GoAsync(address);
        await Frame.Locator(shown).First.WaitForAsync();
    }

    /// <summary>Takes note of what is visible now, and that nothing is broken.</summary>
    public async Task LookAsync()
    {
        var frame = Page.Frames.First(each => each != Page.MainFrame && each.Url.Contains("/studio/", StringComparison.Ordinal));
        Assert.False(await frame.Locator("#blazor-error-ui").IsVisibleAsync(), "The red error bar is shown.");
        foreach (var text in await frame.EvaluateAsync<string[]>(VisibleText))
        {
            var rest = _names.Aggregate(text, (left, name) => left.Replace(name, "", StringComparison.Ordinal));
            if (EnglishWord().IsMatch(rest) && !Identifier().IsMatch(text))
            {
                _english.Add(text);
            }
        }
    }

    /// <summary>A button of Studio by its words.</summary>
    public ILocator Button(string name) => Frame.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Opens every tab in turn, also those that lie outside the window; not the one that takes the drawing's place.</summary>
    public async Task TabsAsync()
    {
        foreach (var tab in await Frame.Locator(".mud-tab", new() { HasNotText = "代码视图" }).AllAsync())
        {
            await tab.DispatchEventAsync("click");
            await Assertions.Expect(tab).ToContainClassAsync("mud-tab-active");
            await LookAsync();
        }
    }

    /// <summary>Opens a menu, looks and closes it.</summary>
    public async Task MenuAsync(ILocator button)
    {
        await button.ClickAsync();
        await Frame.Locator(".mud-popover-open").First.WaitForAsync();
        await LookAsync();
        if (await Frame.Locator(".mud-overlay").CountAsync() > 0)
        {
            await Frame.Locator(".mud-overlay").Last.ClickAsync(new() { Position = new() { X = 3, Y = 3 }, Force = true });
            await Assertions.Expect(Frame.Locator(".mud-popover-open")).ToHaveCountAsync(0);
        }
    }

    /// <summary>Opens a dialog and looks.</summary>
    public async Task DialogAsync(ILocator button)
    {
        await button.ClickAsync();
        await Frame.Locator(".mud-dialog").WaitForAsync();
        await LookAsync();
    }

    /// <summary>Closes the dialog without doing anything.</summary>
    public async Task CancelAsync()
    {
        await Frame.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { NameRegex = new("^(取消|否)$") }).ClickAsync();
        await Assertions.Expect(Frame.Locator(".mud-dialog")).ToHaveCountAsync(0);
    }

    /// <summary>Opens every list of choices there, looks, and chooses the first.</summary>
    public async Task SelectsAsync(ILocator place)
    {
        foreach (var select in await place.Locator(".mud-select").AllAsync())
        {
            await select.ClickAsync();
            await Frame.Locator(".mud-popover-open").First.WaitForAsync();
            await LookAsync();
            await Frame.Locator(".mud-popover-open .mud-list-item").First.ClickAsync();
            await Assertions.Expect(Frame.Locator(".mud-popover-open")).ToHaveCountAsync(0);
        }
    }

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnglishWord();

    // Ids, type names and paths: one word with a digit, a dot or a colon in it. Stored state: JSON.
    [GeneratedRegex(@"^([\w.:-]*[\d.:][\w.:-]*|[{\[].*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Identifier();
}
