using System.Text.Json.Nodes;
using EndToEnd.Year;
using EndToEnd.Year.Forms;
using Kaohe.Activities;
using Kaohe.Office;
using Microsoft.Playwright;

namespace EndToEnd.BrowserYear;

/// <summary>Fills the form of a task on its page with what the demo city knows, the way a person would: with the page's helpers where it has some.</summary>
/// <param name="page">The page with the task.</param>
/// <param name="year">The year.</param>
internal sealed class TaskFilling(IPage page, YearDriver year)
{
    private readonly FormFiller _forms = new(year.City);

    /// <summary>Fills the form.</summary>
    /// <param name="kind">Kind of task.</param>
    /// <param name="unit">The unit it is about; null when it is about all.</param>
    /// <param name="form">The form as the page shows it; null when the kind has none.</param>
    public async Task FillAsync(string kind, string? unit, JsonObject? form)
    {
        if (form is null)
        {
            return;
        }

        var today = OfficeTime.DateOf(year.Now);
        var wanted = _forms.Fill(kind, unit, form.DeepClone().AsObject(), today)!;
        switch (kind)
        {
            case TaskKinds.VisitSchedule:
                wanted["visits"] = form["visits"]!.DeepClone();
                await new FormTyping(page).TypeAsync(form, wanted);
                await page.GetByLabel("每组每天单位数").SelectOptionAsync($"{FormFiller.VisitsADay}");
                await page.GetByLabel("从哪天起").FillAsync(FormFiller.Day(FormFiller.FirstVisit(today)));
                await page.Keyboard.PressAsync("Tab");
                return;
            case TaskKinds.SurveyTally or TaskKinds.SocialRatingTally or TaskKinds.LeaderRatingTally:
                await PasteAsync(kind, wanted["sheets"]!.AsArray());
                return;
            case TaskKinds.NoticePosting:
                await page.Locator(".upload input").SetInputFilesAsync(new FilePayload { Name = "公示照片.png", MimeType = "image/png", Buffer = SamplePhoto.Png });
                await page.GetByText("公示照片.png").First.WaitForAsync();
                break;
            case TaskKinds.GradeDecision:
                await DecideAsync();
                break;
        }

        await new FormTyping(page).TypeAsync(form, Plain(wanted));
    }

    // A word of explanation for every figure is not what the browser is there to prove.
    private static JsonObject Plain(JsonObject form)
    {
        foreach (var rows in new[] { "items", "figures" }.Select(name => form[name]).OfType<JsonArray>())
        {
            foreach (var row in rows.Skip(1).Select(row => row!.AsObject()).Where(row => row.ContainsKey("value")))
            {
                row.Remove("note");
            }
        }

        return form;
    }

    // 104 units are not typed in: the office copies them from its spreadsheet.
    private async Task PasteAsync(string kind, JsonArray sheets)
    {
        var ballots = year.City.Scheme.BallotsOf(kind switch
        {
            TaskKinds.SurveyTally => Kaohe.Assessment.Schemes.CompositeComponent.Survey,
            TaskKinds.SocialRatingTally => Kaohe.Assessment.Schemes.CompositeComponent.Social,
            _ => Kaohe.Assessment.Schemes.CompositeComponent.Leaders,
        });
        var names = year.City.Units.ToDictionary(unit => unit.Id, unit => unit.ShortName);
        var lines = sheets.SelectMany(sheet => sheet!["kinds"]!.AsArray().Select(row => string.Join('\t',
        [
            names[sheet["unitId"]!.ToString()], ballots.Kinds.First(each => each.Code == row!["kindCode"]!.ToString()).Name,
            .. new[] { "issued", "returned", "valid", "invalid" }.Select(field => row![field]!.ToString()),
            .. ballots.Options.Select(option => row!["counts"]![option.Code]?.ToString() ?? "0"),
        ])));
        await page.GetByText("从 Excel 粘贴").ClickAsync();
        await page.GetByLabel("粘贴的内容").FillAsync(string.Join('\n', lines));
        await page.GetByRole(AriaRole.Button, new() { Name = "填入", Exact = true }).ClickAsync();
        await page.GetByText("已填入").WaitForAsync();
    }

    // What the system leaves to the 领导组 is chosen by hand, each with a reason.
    private async Task DecideAsync()
    {
        foreach (var row in await page.Locator("tr", new() { HasText = "待审定" }).AllAsync())
        {
            await row.Locator("select").SelectOptionAsync("FairlyGood");
            await row.GetByLabel("理由").FillAsync("领导组研究决定列入较好。");
            await row.GetByLabel("理由").PressAsync("Tab");
        }
    }
}
