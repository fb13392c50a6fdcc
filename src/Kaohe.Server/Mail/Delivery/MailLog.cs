using Kaohe.Storage;
using Kaohe.Storage.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Mail.Delivery;

/// <summary>Writes down what became of mails.</summary>
/// <param name="options">How often and how long to try.</param>
internal sealed class MailLog(IOptions<MailOptions> options)
{
    private const int FewestAttempts = 5;
    private static readonly TimeSpan _longestPause = TimeSpan.FromHours(2);
    private static readonly TimeSpan _longestAway = TimeSpan.FromMinutes(10);

    /// <summary>Writes down that a message has left. A mail that was called back while it left has left all the same; the first of those that did leave stands for the message.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="outcome">Without an error.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many mails were told in it.</returns>
    public static Task<int> NoteSentAsync(KaoheDb db, MailOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (keys, first, path) = (outcome.Keys, outcome.Keys[0], outcome.Path);
        return db.Mails.Where(row => keys.Contains(row.Key) && row.State != MailState.Sent).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, MailState.Sent).SetProperty(row => row.SentAt, now).SetProperty(row => row.EmlPath, path).SetProperty(row => row.Error, (string?)null)
                .SetProperty(row => row.Attempts, row => row.Attempts + 1).SetProperty(row => row.Joined, row => row.Joined + 1)
                .SetProperty(row => row.HeadKey, row => row.Key == first ? null : first),
            cancellationToken);
    }

    /// <summary>Writes down why a message did not leave.</summary>
    /// <param name="rows">Mails by key; one that is not among them has been dealt with.</param>
    /// <param name="outcome">With an error.</param>
    /// <param name="now">Now.</param>
    public void Note(IReadOnlyDictionary<string, MailRow> rows, MailOutcome outcome, DateTimeOffset now)
    {
        foreach (var key in outcome.Keys)
        {
            if (rows.TryGetValue(key, out var row) && row.State is not (MailState.Sent or MailState.Cancelled))
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
        row.State = outcome.IsFinal || IsTooOld(row, now) ? MailState.Failed : MailState.Waiting;
        row.Joined++;
    }

    private bool IsTooOld(MailRow row, DateTimeOffset now) => row.Attempts >= FewestAttempts && now - row.LeavesAt > options.Value.GiveUpAfter;
}
