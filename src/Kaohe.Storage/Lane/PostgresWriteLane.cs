using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Lane;

/// <summary>The write lane of PostgreSQL: a transaction each; after a conflict with another transaction the mutation runs again, after a pause with jitter.</summary>
internal sealed class PostgresWriteLane(IDbContextFactory<KaoheDb> databases) : IWriteLane
{
    public async Task<T> RunAsync<T>(Func<KaoheDb, CancellationToken, Task<T>> mutation, CancellationToken cancellationToken = default)
    {
        for (var run = 1; ; run++)
        {
            try
            {
                return await RunOnceAsync(mutation, cancellationToken);
            }
            catch (Exception exception) when (Conflicts.MayRunAgain(exception, run))
            {
                await Task.Delay(Conflicts.Pause(run), cancellationToken);
            }
            catch (DbUpdateConcurrencyException exception)
            {
                throw new ConflictException("The same row was changed by somebody else, every time.", exception);
            }
        }
    }

    private async Task<T> RunOnceAsync<T>(Func<KaoheDb, CancellationToken, Task<T>> mutation, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        db.AfterCommit.Take();
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await mutation(db, cancellationToken);
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        foreach (var signal in db.AfterCommit.Take())
        {
            signal();
        }

        return result;
    }
}
