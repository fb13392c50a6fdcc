using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kaohe.Storage.Lane;

/// <summary>Leads saves of contexts outside the lane through the write gate.</summary>
internal sealed class SqliteDirectSaves(SqliteWriteGate gate) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (NeedsGate(eventData.Context))
        {
            gate.Enter();
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (NeedsGate(eventData.Context))
        {
            await gate.EnterAsync(cancellationToken);
        }

        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Leave(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context);
        return new(result);
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Leave(eventData.Context);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context);
        return Task.CompletedTask;
    }

    // A lost race is not reported as a failed save; without this the gate would stay shut for good.
    public override InterceptionResult ThrowingConcurrencyException(ConcurrencyExceptionEventData eventData, InterceptionResult result)
    {
        Leave(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult> ThrowingConcurrencyExceptionAsync(
        ConcurrencyExceptionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context);
        return new(result);
    }

    public override void SaveChangesCanceled(DbContextEventData eventData) => Leave(eventData.Context);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context);
        return Task.CompletedTask;
    }

    // The lane has passed the gate already, and an open transaction holds the file lock already.
    private bool NeedsGate(DbContext? context)
    {
        if (context is not KaoheDb { InLane: false, Database.CurrentTransaction: null } db)
        {
            return false;
        }

        if (gate.IsInside)
        {
            throw new InvalidOperationException("A mutation of the write lane saved through another context; it would wait for itself. Use the context it is given.");
        }

        db.HoldsGate = true;
        return true;
    }

    private void Leave(DbContext? context)
    {
        if (context is KaoheDb { HoldsGate: true } db)
        {
            db.HoldsGate = false;
            gate.Leave();
        }
    }
}
