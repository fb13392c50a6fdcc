using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Studio;

/// <summary>Studio's editor in somebody's hands: mouse and keyboard only.</summary>
/// <param name="studio">Where it is open.</param>
internal sealed class FlowEditor(StudioSession studio)
{
    private IPage Page => studio.Page;

    private IFrameLocator Frame => studio.Frame;

    /// <summary>The drawing.</summary>
    public ILocator Canvas => Frame.Locator(".graph-container");

    /// <summary>What Studio says at the top right.</summary>
    public ILocator Messages => Frame.Locator(".mud-snackbar");

    /// <summary>What the portal says of the version over the frame.</summary>
    public ILocator Version => Page.Locator(".flow-head .page-head");

    /// <summary>Button that publishes.</summary>
    public ILocator Publish => Frame.Locator("button.mud-primary-text.mud-icon-button").First;

    /// <summary>Button that runs the flow.</summary>
    public ILocator Run => Frame.Locator("button.mud-success-text").First;

    /// <summary>An activity of the drawing.</summary>
    /// <param name="text">What it says.</param>
    public ILocator Activity(string text) => Frame.Locator(".x6-node", new() { HasText = text });

    /// <summary>A field of the open panel.</summary>
    /// <param name="label">Its label.</param>
    public ILocator Field(string label) => Frame.Locator(".mud-input-control", new() { Has = Page.Locator("label", new() { HasTextRegex = new Regex($"^{label}\\*?$") }) });

    /// <summary>A setting of the open panel: its field, and the menu that says how it is given.</summary>
    /// <param name="label">Its label.</param>
    public ILocator Row(string label) => Field(label).Locator("xpath=ancestor-or-self::*[.//*[contains(@class,'mud-menu')]][1]");

    /// <summary>Opens a tab, also one that has to be scrolled to.</summary>
    /// <param name="name">What it says.</param>
    public Task OpenTabAsync(string name) => Frame.Locator(".mud-tab", new() { HasTextRegex = new Regex($"^\\s*{name}\\s*\\d*\\s*$") }).Last.DispatchEventAsync("click");

    /// <summary>Types into a field of the panel.</summary>
    /// <param name="label">Its label.</param>
    /// <param name="text">What.</param>
    public async Task FillAsync(string label, string text)
    {
        var input = Field(label).Locator("input");
        await input.FillAsync(text);
        await input.PressAsync("Tab");
    }

    /// <summary>Chooses from a list of the panel.</summary>
    /// <param name="label">Its label.</param>
    /// <param name="choice">What.</param>
    public async Task ChooseAsync(string label, string choice)
    {
        await Field(label).Locator(".mud-select-input, .mud-input-slot").First.ClickAsync();
        await Frame.Locator(".mud-popover-open").GetByText(choice, new() { Exact = true }).ClickAsync();
        await Assertions.Expect(Frame.Locator(".mud-popover-open")).ToHaveCountAsync(0);
    }

    /// <summary>Drags an activity out of the picker.</summary>
    /// <param name="category">Where the picker has it.</param>
    /// <param name="name">What it is called there.</param>
    /// <param name="x">Where it is dropped, from the left edge of the drawing, in pixels.</param>
    /// <param name="y">From the upper edge.</param>
    /// <returns>The new activity, selected.</returns>
    public async Task<ILocator> DropAsync(string category, string name, float x, float y)
    {
        await Frame.Locator(".mud-expand-panel-header", new() { HasText = category }).First.ClickAsync();
        var before = await Frame.Locator(".x6-node").CountAsync();
        await Frame.Locator(".cursor-grab", new() { HasText = name }).First.DragToAsync(Canvas, new() { TargetPosition = new() { X = x, Y = y } });
        await Assertions.Expect(Frame.Locator(".x6-node")).ToHaveCountAsync(before + 1);
        return Frame.Locator(".x6-node").Last;
    }

    /// <summary>Draws a line from an outcome to an activity.</summary>
    /// <param name="from">The first.</param>
    /// <param name="port">Its outcome.</param>
    /// <param name="to">The second.</param>
    public async Task ConnectAsync(ILocator from, string port, ILocator to)
    {
        var lines = Frame.Locator(".x6-edge[data-cell-id]");
        var before = await lines.CountAsync();
        var (start, end) = (await MiddleAsync(from.Locator($"[port='{port}'] circle").First), await MiddleAsync(to.Locator("[port='In'] circle").First));
        // A line that is there already begins in the middle of the dot; the left half is free.
        await Page.Mouse.MoveAsync(start.X - 5, start.Y);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync((start.X + end.X) / 2, (start.Y + end.Y) / 2, new() { Steps = 5 });
        await Page.Mouse.MoveAsync(end.X, end.Y, new() { Steps = 5 });
        await Page.Mouse.UpAsync();
        await Assertions.Expect(lines).ToHaveCountAsync(before + 1);
    }

    /// <summary>Removes an activity with the keyboard.</summary>
    /// <param name="text">What it says.</param>
    public async Task RemoveAsync(string text)
    {
        await Activity(text).ClickAsync();
        await Assertions.Expect(Frame.Locator(".x6-node-selected", new() { HasText = text })).ToHaveCountAsync(1);
        await Page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(Activity(text)).ToHaveCountAsync(0);
    }

    /// <summary>Goes back to a version, by the menu of its row in 版本历史.</summary>
    /// <param name="version">Its number.</param>
    public async Task RevertAsync(int version)
    {
        await OpenTabAsync("版本历史");
        var row = Frame.Locator("tr", new() { Has = Page.Locator($"td:text-is('{version}')") });
        await row.Locator("button").Last.ClickAsync();
        await Frame.Locator(".mud-popover-open").GetByText("恢复到这个版本").ClickAsync();
    }

    private static async Task<(float X, float Y)> MiddleAsync(ILocator place)
    {
        var box = (await place.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
