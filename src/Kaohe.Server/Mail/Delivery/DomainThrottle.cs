using Microsoft.Extensions.Options;

namespace Kaohe.Server.Mail.Delivery;

/// <summary>Lets only so many mails a minute go to one domain: large providers refuse senders that come in bursts. Counted for each node.</summary>
/// <param name="options">The limit.</param>
/// <param name="clock">Now.</param>
public sealed class DomainThrottle(IOptions<MailOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, Queue<DateTimeOffset>> _sent = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _lock = new();

    /// <summary>Takes a turn for a mail to an address.</summary>
    /// <returns>Null when it may go now, else when to ask again.</returns>
    public DateTimeOffset? Take(string address)
    {
        var most = options.Value.Smtp.MailsPerDomainAndMinute;
        if (most <= 0)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        lock (_lock)
        {
            var domain = address[(address.LastIndexOf('@') + 1)..];
            if (!_sent.TryGetValue(domain, out var times))
            {
                _sent[domain] = times = new Queue<DateTimeOffset>();
            }

            while (times.TryPeek(out var oldest) && oldest + _window <= now)
            {
                times.Dequeue();
            }

            if (times.Count >= most)
            {
                return times.Peek() + _window;
            }

            times.Enqueue(now);
            return null;
        }
    }
}
