using Kaohe.Storage.Nodes;

namespace Kaohe.Server.Tasks.Pages;

/// <summary>Reads a page anew when something it shows has changed: at once, and then at most once in a while, however much changes.</summary>
public sealed class LiveRefresh : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1.5);
    private readonly IDisposable _subscription;
    private readonly ITimer _timer;
    private readonly Func<Task> _refresh;
    private int _armed;

    /// <summary>Begins to listen.</summary>
    /// <param name="feed">Tells of changes.</param>
    /// <param name="wanted">Which changes the page shows; missed ones always count.</param>
    /// <param name="refresh">Reads the page anew; runs on the page's own dispatcher.</param>
    public LiveRefresh(IChangeFeed feed, Func<ChangeNotice, bool> wanted, Func<Task> refresh)
    {
        _refresh = refresh;
        _timer = TimeProvider.System.CreateTimer(_ => Run(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _subscription = feed.Subscribe(notice =>
        {
            if ((notice.Topic == ChangeTopics.Missed || wanted(notice)) && Interlocked.Exchange(ref _armed, 1) == 0)
            {
                _timer.Change(Rest, Timeout.InfiniteTimeSpan);
            }
        });
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription.Dispose();
        _timer.Dispose();
    }

    private void Run()
    {
        Interlocked.Exchange(ref _armed, 0);
        _ = _refresh();
    }
}
