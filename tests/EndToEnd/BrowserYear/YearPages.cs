using EndToEnd.Year;
using Kaohe.EndToEnd.Given;

namespace EndToEnd.BrowserYear;

/// <summary>Looks at the pages of the year as office, leader, team and unit, and keeps their pictures.</summary>
/// <param name="people">Who has a browser.</param>
internal sealed class YearPages(BrowserPeople people)
{
    private static readonly (string Account, string[] Addresses)[] _pages =
    [
        (Duties.Checking, ["/", "/tasks", "/board", "/cycles", "/indicators", "/units", $"/units/{BrowserPlan.Unit}", "/people", "/documents", "/documents/register", "/templates", "/mail", "/tallies",
            "/floors", "/scores", $"/scores/{BrowserPlan.Unit}", "/grades", "/entries", "/consequences", "/rectifications", "/calendar"]),
        (Duties.Leader, ["/", "/tasks", "/board", "/sign", "/scores", "/grades", "/rectifications"]),
        ("忻府区联络员", ["/", "/tasks", "/documents", $"/units/{BrowserPlan.Unit}", $"/scores/{BrowserPlan.Unit}", "/consequences"]),
        ("第一考核组组长", ["/", "/tasks", "/tallies"]),
    ];

    private static readonly HashSet<string> _onPhones = ["/", "/tasks", "/sign", "/documents", "/board"];

    /// <summary>Opens every page and keeps it.</summary>
    public async Task LookAsync()
    {
        foreach (var (account, addresses) in _pages)
        {
            var session = await people.AsAsync(account);
            foreach (var address in addresses)
            {
                await session.GoAsync(address);
                await Microsoft.Playwright.Assertions.Expect(session.Page.Locator(".skeleton")).ToHaveCountAsync(0);
                await people.KeepAsync(session, $"page-{account}{address.Replace('/', '-')}", _onPhones.Contains(address) ? [Screen.Desk, Screen.Phone] : []);
            }
        }
    }
}
