using System.Collections.Concurrent;
using Kaohe.Storage.Identity;
using Kaohe.Storage.Outbox;

namespace Kaohe.Storage.Tests.Outbox;

/// <summary>What the probe handler should do and what it did.</summary>
public sealed class Probe
{
    public const string Kind = "Test.Probe";

    public ConcurrentDictionary<string, int> Failures { get; } = new();

    public ConcurrentDictionary<string, string> Undeliverable { get; } = new();

    public ConcurrentQueue<string> Prepared { get; } = new();

    /// <summary>Called in the transaction, after the handler has written; may throw.</summary>
    public Func<EffectContext, Task>? Then { get; set; }

    /// <summary>Outside it notes the key; inside it adds an account named by the payload.</summary>
    internal sealed class Handler(Probe probe) : IEffectHandler
    {
        public Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken)
        {
            probe.Prepared.Enqueue(effect.Key);
            if (probe.Undeliverable.TryGetValue(effect.Key, out var reason))
            {
                throw new UndeliverableException(reason);
            }

            return probe.Failures.AddOrUpdate(effect.Key, -1, (_, left) => left - 1) >= 0
                ? throw new InvalidOperationException("邮件服务器没有应答")
                : Task.FromResult<object?>("prepared " + effect.Key);
        }

        public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
        {
            context.Db.Users.Add(new KaoheUser { DisplayName = context.Effect.Payload<string>(), SecurityStamp = (string?)context.Prepared });
            await (probe.Then?.Invoke(context) ?? Task.CompletedTask);
        }
    }
}
