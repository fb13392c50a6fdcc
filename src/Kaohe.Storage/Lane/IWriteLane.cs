namespace Kaohe.Storage.Lane;

/// <summary>
/// The way to change the database. SQLite: one queue in the process, committed in groups; readers are never blocked. PostgreSQL: a transaction each.
/// </summary>
public interface IWriteLane
{
    /// <summary>Runs a mutation in a transaction, saves what it left unsaved in the context, and commits. After a conflict the mutation is run again
    /// on a fresh context, so it must read what it needs inside and must not do anything outside the database.</summary>
    /// <typeparam name="T">What the mutation yields.</typeparam>
    /// <param name="mutation">The work; it must not keep the context.</param>
    /// <param name="cancellationToken">Gives up while the work still waits for its turn.</param>
    /// <exception cref="ConflictException">Others were faster, every time.</exception>
    Task<T> RunAsync<T>(Func<KaoheDb, CancellationToken, Task<T>> mutation, CancellationToken cancellationToken = default);
}
