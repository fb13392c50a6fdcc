using System.Data.Common;

namespace Kaohe.Storage.Nodes;

/// <summary>Ways to use singletons.</summary>
public static class SingletonsExtensions
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    /// <summary>Does the work whenever this node holds the lock, until cancelled: waits for the lock, works until the lock is lost or the work ends, begins again.</summary>
    /// <param name="singletons">The locks.</param>
    /// <param name="name">Name of the lock, for example <c>mail-reader</c>.</param>
    /// <param name="work">The work; its token is cancelled when the lock is lost. What it throws ends everything.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(this ISingletons singletons, string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await AcquireAsync(singletons, name, cancellationToken) is { } held)
            {
                await using (held)
                {
                    using var both = CancellationTokenSource.CreateLinkedTokenSource(held.Lost, cancellationToken);
                    try
                    {
                        await work(both.Token);
                    }
                    catch (OperationCanceledException) when (held.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                    {
                        // Another node may hold it by now; wait for our next turn.
                    }
                }
            }

            await Task.Delay(Between, cancellationToken);
        }
    }

    // A database that is away for a moment is like a lock that another node holds.
    private static async Task<ISingletonLock?> AcquireAsync(ISingletons singletons, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await singletons.TryAcquireAsync(name, cancellationToken);
        }
        catch (DbException)
        {
            return null;
        }
    }
}
