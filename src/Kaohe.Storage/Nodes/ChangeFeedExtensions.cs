using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Kaohe.Storage.Nodes;

/// <summary>Ways to use the feed.</summary>
public static class ChangeFeedExtensions
{
    private const int Backlog = 256;

    /// <summary>Notices as they come, for a live page. A page that is too slow loses the oldest ones and should simply read anew.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="wanted">Which notices; <see cref="ChangeTopics.Missed"/> always comes.</param>
    /// <param name="cancellationToken">Ends the sequence.</param>
    public static async IAsyncEnumerable<ChangeNotice> ListenAsync(
        this IChangeFeed feed, Func<ChangeNotice, bool> wanted, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateBounded<ChangeNotice>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });
        using var subscription = feed.Subscribe(notice =>
        {
            if (notice.Topic == ChangeTopics.Missed || wanted(notice))
            {
                channel.Writer.TryWrite(notice);
            }
        });
        await foreach (var notice in channel.Reader.ReadAllAsync(cancellationToken))
        {
            yield return notice;
        }
    }

    /// <summary>Publishes once the context's transaction has committed.</summary>
    public static void PublishAfterCommit(this IChangeFeed feed, KaoheDb db, string topic, string id = "") =>
        db.AfterCommit.Do(() => feed.Publish(new ChangeNotice(topic, id)));
}
