using Kaohe.Storage.Nodes;

namespace Kaohe.Storage.Timers;

/// <summary>Wakes the timer service of this node when something will be due earlier than it thought.</summary>
internal sealed class TimerWake : IDisposable
{
    private readonly Lock _lock = new();
    private readonly IDisposable _subscription;
    private DateTimeOffset _earliest = DateTimeOffset.MaxValue;

    public TimerWake(IChangeFeed feed) => _subscription = feed.Subscribe(notice =>
    {
        if (notice.Topic is ChangeTopics.Timers or ChangeTopics.Missed)
        {
            Signal.Set();
        }
    });

    public Signal Signal { get; } = new();

    /// <summary>Notes that something will be due then.</summary>
    public void NoteDue(DateTimeOffset due)
    {
        lock (_lock)
        {
            if (due >= _earliest)
            {
                return;
            }

            _earliest = due;
        }

        Signal.Set();
    }

    /// <summary>Forgets what was known, before the database is asked for the next due time; anything noted from now on wakes.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _earliest = DateTimeOffset.MaxValue;
        }
    }

    /// <summary>Says what the timer service sleeps until; only something earlier wakes it.</summary>
    public void SleepUntil(DateTimeOffset next)
    {
        lock (_lock)
        {
            _earliest = next < _earliest ? next : _earliest;
        }
    }

    public void Dispose() => _subscription.Dispose();
}
