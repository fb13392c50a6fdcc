using System.Globalization;
using System.Text.Json.Nodes;
using EndToEnd.Year;
using Microsoft.Playwright;

namespace EndToEnd.BrowserYear;

/// <summary>Types into the form of a task what is to be different, field by field. A field's element carries the path of the field, as problems name it.</summary>
/// <param name="page">The page with the task.</param>
public sealed class FormTyping(IPage page)
{
    private static readonly string[] _keys = ["unitId", "indicatorCode", "kindCode"];

    // Rows that a person adds with a button before typing.
    private static readonly Dictionary<string, string> _adders = new() { ["talks"] = "增加一", ["measures"] = "增加一项措施" };

    /// <summary>Types the difference between two states of a form.</summary>
    /// <param name="before">What the page shows.</param>
    /// <param name="after">What it is to hold.</param>
    /// <returns>How many fields were typed into.</returns>
    public Task<int> TypeAsync(JsonObject before, JsonObject after) => TypeAsync("data", before, after, separator: (path, name) => $"{path}.{name}");

    private async Task<int> TypeAsync(string path, JsonObject? before, JsonObject after, Func<string, string, string> separator)
    {
        var typed = 0;
        foreach (var (name, value) in after)
        {
            var old = before?[name];
            var here = separator(path, name);
            typed += (name, value) switch
            {
                _ when JsonNode.DeepEquals(old, value) => 0,
                ("evidence", JsonArray evidence) => await ProveAsync(path, evidence),
                (_, JsonArray rows) => await RowsAsync(name, here, old as JsonArray, rows),
                ("counts" or "reasons", JsonObject counts) => await TypeAsync(here, old as JsonObject, counts, (parent, key) => $"{parent}[{key}]"),
                (_, JsonObject child) => await TypeAsync(here, old as JsonObject, child, (parent, key) => $"{parent}.{key}"),
                ("shortcoming", JsonValue text) => await SetAsync(path, text),
                (_, JsonValue leaf) => await SetAsync(here, leaf),
                _ => 0,
            };
        }

        return typed;
    }

    private async Task<int> RowsAsync(string name, string path, JsonArray? before, JsonArray rows)
    {
        var typed = 0;
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index]!.AsObject();
            var key = string.Join('.', _keys.Select(each => row[each]?.ToString()).OfType<string>());
            var old = before is not null && index < before.Count ? before[index]!.AsObject() : null;
            if (old is null && _adders.TryGetValue(name, out var adder))
            {
                await page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{adder}") }).ClickAsync();
            }

            typed += await TypeAsync($"{path}[{(key.Length > 0 ? key : index.ToString(CultureInfo.InvariantCulture))}]", old, row, (parent, field) => $"{parent}.{field}");
        }

        return typed;
    }

    // What is public is named; the first name takes the place of what was known.
    private async Task<int> ProveAsync(string path, JsonArray evidence)
    {
        var row = page.Locator($"[id='{ElementId(path)}']");
        foreach (var title in evidence.Select(one => one!["title"]!.ToString()))
        {
            await row.GetByLabel("添加佐证").SelectOptionAsync("public");
            var name = row.GetByPlaceholder("例如：市统计局2026年统计公报");
            await name.FillAsync(title);
            await name.PressAsync("Tab");
            await row.GetByText(title, new() { Exact = true }).WaitForAsync();
        }

        return evidence.Count;
    }

    private async Task<int> SetAsync(string path, JsonValue value)
    {
        var element = page.Locator($"[id='{ElementId(path)}']").First;
        var kind = await element.EvaluateAsync<string>("e => (e.matches('input,select,textarea') ? e : e.querySelector('textarea:not([aria-hidden=true]),select,input'))?.type ?? ''");
        var input = await element.EvaluateAsync<bool>("e => e.matches('input,select,textarea')") ? element : element.Locator("textarea:not([aria-hidden=true]), select, input").First;
        switch (kind)
        {
            case "":
                throw new YearStuckException($"{page.Url}: the field {path} has no input.");
            case "checkbox":
                await input.SetCheckedAsync(value.GetValue<bool>());
                break;
            case "select-one":
                var name = value.ToString();
                var isValue = await input.Locator($"option[value='{name}']").CountAsync() > 0;
                await input.SelectOptionAsync(isValue ? name : char.ToUpperInvariant(name[0]) + name[1..]);
                break;
            case "time":
                await input.FillAsync(value.ToString()[..5]);
                break;
            default:
                await input.FillAsync(value.ToString());
                await input.PressAsync("Tab");
                break;
        }

        return 1;
    }

    private static string ElementId(string path) =>
        "field-" + path.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);
}
