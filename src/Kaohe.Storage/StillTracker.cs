using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Kaohe.Storage;

/// <summary>Keeps a context from looking for changes until it is disposed: each look compares everything the context holds.</summary>
internal readonly struct StillTracker : IDisposable
{
    private readonly ChangeTracker _tracker;
    private readonly bool _detects;

    /// <summary>Stops the looking.</summary>
    /// <param name="tracker">The context's tracker.</param>
    public StillTracker(ChangeTracker tracker)
    {
        (_tracker, _detects) = (tracker, tracker.AutoDetectChangesEnabled);
        tracker.AutoDetectChangesEnabled = false;
    }

    /// <summary>Looks again as before.</summary>
    public void Dispose() => _tracker.AutoDetectChangesEnabled = _detects;
}
