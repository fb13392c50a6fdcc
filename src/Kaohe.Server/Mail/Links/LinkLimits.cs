using System.Threading.RateLimiting;

namespace Kaohe.Server.Mail.Links;

/// <summary>How often links may be opened from one place, and acted on.</summary>
public sealed class LinkLimits : IDisposable
{
    private readonly PartitionedRateLimiter<string> _opening = PerMinute(120);
    private readonly PartitionedRateLimiter<string> _acting = PerMinute(60);

    /// <summary>Whether a place may open one more link now. Mail scanners of a whole office share one place, hence many.</summary>
    public bool MayOpen(HttpContext context) => Allows(_opening, Place(context));

    /// <summary>Whether a place may send one more form now: many units may share one place, and wrong secrets are counted by the account.</summary>
    public bool MayAct(HttpContext context) => Allows(_acting, Place(context));

    /// <inheritdoc />
    public void Dispose()
    {
        _opening.Dispose();
        _acting.Dispose();
    }

    private static bool Allows(PartitionedRateLimiter<string> limiter, string place)
    {
        using var lease = limiter.AttemptAcquire(place);
        return lease.IsAcquired;
    }

    private static string Place(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? string.Empty;

    private static PartitionedRateLimiter<string> PerMinute(int permits) => PartitionedRateLimiter.Create<string, string>(place =>
        RateLimitPartition.GetFixedWindowLimiter(place, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) }));
}
