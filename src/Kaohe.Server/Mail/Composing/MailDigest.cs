namespace Kaohe.Server.Mail.Composing;

/// <summary>Puts mails to one person together as one.</summary>
public static class MailDigest
{
    private const string Last = "9999";

    /// <summary>One letter that tells all of them, the one that is due first at the top.</summary>
    /// <param name="letters">At least one; all to one person.</param>
    public static MailLetter Of(IReadOnlyList<MailLetter> letters)
    {
        var tasks = letters.Where(letter => letter.Template == MailTemplates.Task).SelectMany(letter => letter.DocumentIds).ToHashSet(StringComparer.Ordinal);

        // A task that brings the document says all that the word of its arrival would.
        List<MailLetter> told =
        [
            .. letters.Where(letter => letter.Template != MailTemplates.Document || letter.DocumentId is null || !tasks.Contains(letter.DocumentId))
                .OrderBy(letter => letter.Model.GetValueOrDefault("by")?.ToString() ?? Last, StringComparer.Ordinal),
        ];
        return told.Count == 1 ? told[0] : told[0] with
        {
            Subject = $"您有{told.Count}件事项：{told[0].Subject}等",
            Template = MailTemplates.Digest,
            Model = new Dictionary<string, object?>(),
            Told = told,
            DocumentIds = [.. told.SelectMany(letter => letter.DocumentIds).Distinct(StringComparer.Ordinal)],
        };
    }
}
