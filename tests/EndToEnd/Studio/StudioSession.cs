using System.Text.RegularExpressions;
using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Studio;

/// <summary>Somebody in 流程设计: what is seen there, and what of it is not Chinese.</summary>
internal sealed partial class StudioSession(Session session)
{
    // Names that Chinese offices write in Latin letters, and names that the product's own flows have.
    private static readonly string[] _names = ["JavaScript", "Liquid", "JSON", "ZIP", "Markdown", "Ctrl", "annual-assessment", "indicator-setting", "rectification", "cycleYear"];

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

    /// <summary>Opens every visible tab in turn.</summary>
    public async Task TabsAsync()
    {
        foreach (var tab in await Frame.Locator(".mud-tab").AllAsync())
        {
            if (await tab.IsVisibleAsync())
            {
                await tab.ClickAsync(new() { Force = true });
                await Assertions.Expect(tab).ToContainClassAsync("mud-tab-active");
                await LookAsync();
            }
        }
    }

    /// <summary>Opens a menu and looks; it stays open until the next page.</summary>
    public async Task MenuAsync(ILocator button)
    {
        await button.ClickAsync();
        await Frame.Locator(".mud-popover-open").First.WaitForAsync();
        await LookAsync();
    }

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnglishWord();

    // Ids, type names and paths: one word with a digit, a dot or a colon in it. Stored state: JSON.
    [GeneratedRegex(@"^([\w.:-]*[\d.:][\w.:-]*|[{\[].*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Identifier();
}
