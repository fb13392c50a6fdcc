using System.Text.RegularExpressions;
using Kaohe.EndToEnd.Given;
using MimeKit;

namespace Kaohe.EndToEnd.Pages;

/// <summary>The product whose mails leave at once, into the pickup folder, at any hour.</summary>
public sealed partial class MailingProduct : DemoProduct
{
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(base.Settings) { ["Mail__QuietHours"] = "false", ["Mail__DigestWindow"] = "00:00:00" };

    /// <summary>Waits for mails with links to a person.</summary>
    /// <param name="person">The local part of the person's address.</param>
    /// <param name="count">How many.</param>
    /// <returns>The tokens of the links.</returns>
    public async Task<IReadOnlyList<string>> LinksAsync(string person, int count)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        List<string> tokens;
        do
        {
            await timer.WaitForNextTickAsync(patience.Token);
            tokens = [];
            foreach (var file in Directory.GetFiles(Path.Combine(Folder, "mail"), "*.eml", SearchOption.AllDirectories))
            {
                using var mail = await MimeMessage.LoadAsync(file, patience.Token);
                if (mail.To.Mailboxes.Any(to => to.LocalPart == person) && Link().Match(mail.TextBody ?? "") is { Success: true } link)
                {
                    tokens.Add(link.Groups["token"].Value);
                }
            }
        }
        while (tokens.Count < count);
        return tokens;
    }

    [GeneratedRegex(@"/m\?k=(?<token>[0-9a-f]{32})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
