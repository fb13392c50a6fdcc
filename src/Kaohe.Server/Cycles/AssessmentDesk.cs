using Kaohe.Office.People;
using Kaohe.Server.Identity;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles;

/// <summary>
/// How pages and endpoints change or read records of the assessment: with the person who acts, one transaction a change. The services it calls take
/// the context first, so that a task's completion can call them inside its own transaction.
/// </summary>
/// <param name="lane">Writes.</param>
/// <param name="databases">Reads.</param>
/// <param name="current">Who acts.</param>
public sealed class AssessmentDesk(IWriteLane lane, IDbContextFactory<KaoheDb> databases, ICurrentActor current)
{
    /// <summary>Changes something in one transaction.</summary>
    /// <typeparam name="T">What the change yields.</typeparam>
    /// <param name="change">The change; it may run again after a conflict.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<T> ChangeAsync<T>(Func<KaoheDb, Actor, CancellationToken, Task<T>> change, CancellationToken cancellationToken = default)
    {
        var actor = await current.GetAsync(cancellationToken);
        return await lane.RunAsync((db, cancel) => change(db, actor, cancel), cancellationToken);
    }

    /// <summary>Changes something in one transaction.</summary>
    /// <param name="change">The change; it may run again after a conflict.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ChangeAsync(Func<KaoheDb, Actor, CancellationToken, Task> change, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            async (db, actor, cancel) =>
            {
                await change(db, actor, cancel);
                return true;
            },
            cancellationToken);

    /// <summary>Reads something.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">The query.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<T> ReadAsync<T>(Func<KaoheDb, Actor, CancellationToken, Task<T>> read, CancellationToken cancellationToken = default)
    {
        var actor = await current.GetAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await read(db, actor, cancellationToken);
    }
}
