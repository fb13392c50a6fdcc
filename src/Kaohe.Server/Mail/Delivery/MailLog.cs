using Kaohe.Storage.Mail;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Mail.Delivery;

/// <summary>Writes down what became of mails.</summary>
/// <param name="options">How often and how long to try.</param>
internal sealed class MailLog(IOptions<MailOptions> options)
{
    private const int FewestAttempts = 5;
    private static readonly TimeSpan _longestPause = TimeSpan.FromHours(2);
    private static readonly TimeSpan _longestAway = TimeSpan.FromMinutes(10);

    /// <summary>Writes an outcome into the rows of its mails.</summary>
    /// <param name="rows">Mails by key; one that is not among them has been dealt with.</param>
    /// <param name="outcome">What became of them.</param>
    /// <param name="now">Now.</param>
    public void Note(IReadOnlyDictionary<string, MailRow> rows, MailOutcome outcome, DateTimeOffset now)
    {
        foreach (var key in outcome.Keys)
        {
            // One that was called back while it left has left all the same.
            if (rows.TryGetValue(key, out var row) && row.State != MailState.Sent && (row.State != MailState.Cancelled || outcome.Error is null))
            {
                Note(row, outcome, now);
            }
        }
    }

    /// <summary>When to try again: at the time that is known, else after a pause that doubles.</summary>
    public DateTimeOffset Again(MailRow row, MailOutcome? outcome, DateTimeOffset now)
    {
        var longest = outcome is { IsAway: true } ? _longestAway : _longestPause;
        var pause = options.Value.RetryAfter * Math.Pow(2, Math.Clamp(row.Attempts - 1, 0, 10));
        return outcome?.Deferred ?? (outcome is null ? now : now + (pause < longest ? pause : longest));
    }

    private void Note(MailRow row, MailOutcome outcome, DateTimeOffset now)
    {
        row.Error = outcome.Error;
        row.EmlPath = outcome.Path;
        row.Attempts += outcome.Deferred is null ? 1 : 0;
        row.State = outcome.Error is null ? MailState.Sent : outcome.IsFinal || IsTooOld(row, now) ? MailState.Failed : MailState.Waiting;
        row.Joined++;
        if (row.State == MailState.Sent)
        {
            // The first of those that did leave stands for the message.
            (row.SentAt, row.HeadKey) = (now, row.Key == outcome.Keys[0] ? null : outcome.Keys[0]);
        }
    }

    private bool IsTooOld(MailRow row, DateTimeOffset now) => row.Attempts >= FewestAttempts && now - row.LeavesAt > options.Value.GiveUpAfter;
}
