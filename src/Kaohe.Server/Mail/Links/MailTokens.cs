using System.Security.Cryptography;
using System.Text;
using Kaohe.Server.Documents.Reading;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Mail.Links;

/// <summary>Makes and recognises the tokens that go out in mails. What is kept is their hash; the token itself stands in the mail alone.</summary>
/// <param name="lane">Writes.</param>
/// <param name="databases">Reads.</param>
/// <param name="options">How long tokens of ended tasks are kept.</param>
/// <param name="clock">Now.</param>
public sealed class MailTokens(IWriteLane lane, IDbContextFactory<KaoheDb> databases, IOptions<MailOptions> options, TimeProvider clock) : IHousekeeping
{
    private const int Bytes = 16;

    /// <summary>Makes the tokens of mails about tasks, each for its person. A mail that is made anew after a failed attempt gets new ones; the old ones hold too.</summary>
    /// <param name="mails">The mails; those about no task and no document to sign, or to nobody in particular, get none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>By the key of the mail.</returns>
    public async Task<IReadOnlyDictionary<string, MailLinks>> IssueAsync(IReadOnlyList<MailRow> mails, CancellationToken cancellationToken)
    {
        var papers = await SignTasksAsync([.. mails.Where(mail => mail is { TaskId: null, DocumentId: not null, PersonId: not null }).Select(mail => mail.DocumentId!).Distinct()], cancellationToken);
        var links = mails.Where(mail => mail.PersonId is not null).Select(mail => (mail.Key, Task: mail.TaskId ?? papers.GetValueOrDefault(mail.DocumentId ?? string.Empty)))
            .Where(one => one.Task is not null).ToDictionary(one => one.Key, one => new MailLinks(one.Task!, New(), New()), StringComparer.Ordinal);
        if (links.Count == 0)
        {
            return links;
        }

        var now = clock.GetUtcNow();
        var rows = mails.Where(mail => links.ContainsKey(mail.Key)).SelectMany(mail => new[]
        {
            Row(mail, links[mail.Key], MailTokenPurpose.Open, now),
            Row(mail, links[mail.Key], MailTokenPurpose.Reply, now),
        }).ToList();
        await lane.RunAsync(
            (db, _) =>
            {
                db.MailTokens.AddRange(rows);
                return Task.FromResult(true);
            },
            cancellationToken);
        return links;
    }

    /// <summary>What a token stands for.</summary>
    /// <param name="token">As it came back; anything.</param>
    /// <param name="purpose">What it is used for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null for anything but a token that was made for this purpose.</returns>
    public async Task<MailTokenRow?> FindAsync(string? token, MailTokenPurpose purpose, CancellationToken cancellationToken)
    {
        if (token is not { Length: 2 * Bytes } || !token.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var hash = HashOf(token);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.MailTokens.AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash && row.Purpose == purpose, cancellationToken);
    }

    /// <summary>
    /// Removes the tokens of tasks that ended long ago: they open nothing any more, and a late reply is still known by the Message-ID that it names.
    /// </summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many.</returns>
    public Task<int> PurgeAsync(CancellationToken cancellationToken = default)
    {
        var before = clock.GetUtcNow() - options.Value.KeepTokens;
        return lane.RunAsync(
            (db, cancel) =>
            {
                var needed = db.Tasks.Where(task => task.IsLive || task.EndedAt >= before);
                return db.MailTokens.Where(token => token.CreatedAt < before && !needed.Any(task => task.Id == token.TaskId)).ExecuteDeleteAsync(cancel);
            },
            cancellationToken);
    }

    private static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    // Mail programs may change the case of an address.
    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token.ToLowerInvariant())));

    private static MailTokenRow Row(MailRow mail, MailLinks links, MailTokenPurpose purpose, DateTimeOffset now) => new()
    {
        Hash = HashOf(purpose == MailTokenPurpose.Open ? links.Open : links.Reply), Purpose = purpose, TaskId = links.TaskId, PersonId = mail.PersonId!, MailKey = mail.Key, CreatedAt = now,
    };

    // A mail about a document that waits for its signer is about the signer's task.
    private async Task<Dictionary<string, string>> SignTasksAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (documentIds.Count == 0)
        {
            return found;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var task in await db.LiveSignTasksAsync(cancellationToken))
        {
            foreach (var document in task.Documents.Intersect(documentIds, StringComparer.Ordinal))
            {
                found.TryAdd(document, task.TaskId);
            }
        }

        return found;
    }
}

/// <summary>The tokens of one mail.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Open">Opens the task's page.</param>
/// <param name="Reply">Goes into the address that a reply is sent to.</param>
public sealed record MailLinks(string TaskId, string Open, string Reply);
