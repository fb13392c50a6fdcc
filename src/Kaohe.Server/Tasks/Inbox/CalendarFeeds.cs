using System.Security.Cryptography;
using System.Text;
using Kaohe.Office.People;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Inbox;

/// <summary>
/// Secret addresses at which calendar programs read a person's deadlines. Whoever has the address reads them without a sign-in, so there is one a person,
/// it can be taken back, only its hash is kept, and what it shows is fit to be seen over a shoulder.
/// </summary>
/// <param name="databases">Reads.</param>
/// <param name="lane">Writes.</param>
/// <param name="desks">People and delegations.</param>
/// <param name="inbox">The deadlines.</param>
/// <param name="clock">Now.</param>
public sealed class CalendarFeeds(IDbContextFactory<KaoheDb> databases, IWriteLane lane, TaskDesks desks, TaskInbox inbox, TimeProvider clock)
{
    /// <summary>Where the addresses begin.</summary>
    public const string Folder = "/ics/";

    private const int SecretBytes = 32;
    private static readonly TimeSpan _noteEvery = TimeSpan.FromHours(1);

    /// <summary>The address that a person has; null for none. The secret in it cannot be shown again.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CalendarFeedRow?> FindAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(feed => feed.PersonId == actor.Id, cancellationToken);
    }

    /// <summary>Makes an address; one that the person had before stops working.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The path of the address, shown this once.</returns>
    public async Task<string> CreateAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        await lane.RunAsync(
            async (db, cancel) =>
            {
                var now = clock.GetUtcNow();
                if (await db.CalendarFeeds.FindAsync([actor.Id], cancel) is { } feed)
                {
                    (feed.TokenHash, feed.CreatedAt, feed.ReadAt) = (Hash(token), now, null);
                }
                else
                {
                    db.CalendarFeeds.Add(new CalendarFeedRow { PersonId = actor.Id, TokenHash = Hash(token), CreatedAt = now });
                }

                return true;
            },
            cancellationToken);
        return $"{Folder}{token}.ics";
    }

    /// <summary>Takes the address back.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task RevokeAsync(Actor actor, CancellationToken cancellationToken = default) =>
        lane.RunAsync((db, cancel) => db.CalendarFeeds.Where(feed => feed.PersonId == actor.Id).ExecuteDeleteAsync(cancel), cancellationToken);

    /// <summary>The deadlines behind an address: what the person has in hand or may claim.</summary>
    /// <param name="token">The secret.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>None when the address is unknown or taken back, or the person has left; all are answered alike.</returns>
    public async Task<CalendarFeed?> ReadAsync(string token, CancellationToken cancellationToken = default)
    {
        var hash = Hash(token);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var feed = await db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(one => one.TokenHash == hash, cancellationToken);
        var desk = await desks.OpenAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (feed is null || desk.ActorOf(feed.PersonId, now) is not { } actor)
        {
            return null;
        }

        if (feed.ReadAt is null || now - feed.ReadAt > _noteEvery)
        {
            await lane.RunAsync((change, cancel) => change.CalendarFeeds.Where(one => one.TokenHash == hash).ExecuteUpdateAsync(set => set.SetProperty(one => one.ReadAt, now), cancel), cancellationToken);
        }

        var lines = await inbox.AllAsync(actor, new InboxFilter { IsLive = true }, cancellationToken: cancellationToken);
        return new CalendarFeed(actor.Name, [.. lines.Where(line => line.DueAt is not null)], now);
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>A person's deadlines.</summary>
/// <param name="PersonName">Whose.</param>
/// <param name="Lines">Tasks with a deadline.</param>
/// <param name="At">When they were read.</param>
public sealed record CalendarFeed(string PersonName, IReadOnlyList<TaskLine> Lines, DateTimeOffset At);
