namespace Kaohe.Storage.Outbox;

/// <summary>
/// Delivers one kind of effect; registered with <see cref="OutboxRegistration.AddEffectHandler{THandler}"/> and made anew, in a scope, for each delivery.
/// What throws is tried again with back-off and then becomes a dead letter with the exception's message as its reason.
/// </summary>
public interface IEffectHandler
{
    /// <summary>
    /// Work outside the database (send, render, write a file): runs first, at least once. After a crash it runs again with the same
    /// <see cref="EffectEnvelope.Key"/>, by which it must recognise what it has already done. Nothing unless overridden.
    /// </summary>
    /// <returns>What <see cref="HandleAsync"/> finds in <see cref="EffectContext.Prepared"/>.</returns>
    Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken) => Task.FromResult<object?>(null);

    /// <summary>Work inside the database, exactly once: it shares the transaction that marks the effect as delivered. It may run again after a
    /// conflict, on a fresh context, so it must do nothing outside <see cref="EffectContext.Db"/>.</summary>
    Task HandleAsync(EffectContext context, CancellationToken cancellationToken);
}
