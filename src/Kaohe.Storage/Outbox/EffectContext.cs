namespace Kaohe.Storage.Outbox;

/// <summary>What a handler works with inside the transaction that also settles the effect.</summary>
public sealed class EffectContext
{
    internal EffectContext(KaoheDb db, EffectEnvelope effect, object? prepared, DateTimeOffset now)
    {
        Db = db;
        Effect = effect;
        Prepared = prepared;
        Now = now;
    }

    /// <summary>The transaction's context; what is left unsaved is saved.</summary>
    public KaoheDb Db { get; }

    /// <summary>The effect.</summary>
    public EffectEnvelope Effect { get; }

    /// <summary>What <see cref="IEffectHandler.PrepareAsync"/> yielded; null when nothing.</summary>
    public object? Prepared { get; }

    /// <summary>The time of this attempt.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Set when the effect cannot be settled yet: it is looked at again then, without counting as a failure.</summary>
    public DateTimeOffset? WaitUntil { get; set; }

    /// <summary>Set when the effect will never be settled: it becomes a dead letter with this reason.</summary>
    public string? GiveUpReason { get; set; }
}
