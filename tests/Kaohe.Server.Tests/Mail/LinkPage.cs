using System.Net;
using System.Text.RegularExpressions;

namespace Kaohe.Server.Tests.Mail;

/// <summary>The page behind a mail link, in a phone without script.</summary>
internal sealed partial class LinkPage(HttpClient browser, string address, string html, HttpStatusCode status)
{
    public string Html => html;

    /// <summary>The page without its frame.</summary>
    public string Main => WebUtility.HtmlDecode(Content().Match(html).Value);

    public HttpStatusCode Status => status;

    /// <summary>Sent with the form; null for none.</summary>
    public byte[]? Photo { get; set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<LinkPage> OpenAsync(HttpClient browser, string token)
    {
        var address = $"/m?k={Uri.EscapeDataString(token)}";
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        return new LinkPage(browser, address, await answer.Content.ReadAsStringAsync(Cancel), answer.StatusCode);
    }

    /// <summary>Sends the form.</summary>
    /// <returns>What is shown then, without the frame.</returns>
    public async Task<string> PostAsync(params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Hidden().Matches(html).Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value))).Concat(fields))
        {
            form.Add(new StringContent(value), name);
        }

        if (Photo is not null)
        {
            form.Add(new ByteArrayContent(Photo), "Input.Files", "现场.png");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        request.Headers.Add("Origin", "null"); // what browsers send from a page that tells nobody its address
        using var answer = await browser.SendAsync(request, Cancel);
        return WebUtility.HtmlDecode(Content().Match(await answer.Content.ReadAsStringAsync(Cancel)).Value);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline, 1000)]
    private static partial Regex Content();
}
