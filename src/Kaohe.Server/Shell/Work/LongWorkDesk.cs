using System.Collections.Concurrent;
using Kaohe.Server.Shell.Http;

namespace Kaohe.Server.Shell.Work;

/// <summary>Runs long work beside the page that started it. It lives in this process: what must survive a restart belongs in the outbox.</summary>
/// <param name="scopes">Each work gets a scope of its own.</param>
/// <param name="lifetime">Stops the work with the server.</param>
/// <param name="logger">Keeps failures.</param>
public sealed class LongWorkDesk(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<LongWorkDesk> logger)
{
    private const int KeptForEach = 5;
    private readonly ConcurrentDictionary<string, LongWork> _works = new(StringComparer.Ordinal);

    /// <summary>Starts work and returns at once.</summary>
    /// <param name="ownerId">Account that starts it.</param>
    /// <param name="title">Chinese title.</param>
    /// <param name="work">The work: reports its progress and heeds the token.</param>
    public LongWork Start(string ownerId, string title, Func<IServiceProvider, LongWork, CancellationToken, Task> work)
    {
        var started = new LongWork(ownerId, title);
        _works[started.Id] = started;
        Forget(ownerId);
        _ = Task.Run(() => RunAsync(started, work));
        return started;
    }

    /// <summary>Work by id; null when it is unknown or another person's.</summary>
    /// <param name="ownerId">The account that asks.</param>
    /// <param name="id">Id.</param>
    public LongWork? Find(string ownerId, string id) => _works.TryGetValue(id, out var work) && work.OwnerId == ownerId ? work : null;

    /// <summary>Work of a person that is under way.</summary>
    /// <param name="ownerId">The account.</param>
    public IReadOnlyList<LongWork> Running(string ownerId) => [.. _works.Values.Where(work => work.OwnerId == ownerId && work.State == LongWorkState.Running)];

    private async Task RunAsync(LongWork started, Func<IServiceProvider, LongWork, CancellationToken, Task> work)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(started.Stopped, lifetime.ApplicationStopping);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider, started, stop.Token);
            started.End(LongWorkState.Done);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            started.End(LongWorkState.Cancelled, $"已停止，完成 {started.Done} 项。");
        }
        catch (Exception exception)
        {
            // The person who started it sees a sentence; the log keeps the rest.
            var details = ExceptionAnswers.Explain(exception);
            if (details is null)
            {
                logger.LogError(exception, "Long work {Work} failed.", started.Id);
            }

            started.End(LongWorkState.Failed, details?.Detail ?? Problems.TextOf(StatusCodes.Status500InternalServerError).Detail);
        }
    }

    private void Forget(string ownerId)
    {
        foreach (var old in _works.Values.Where(work => work.OwnerId == ownerId && work.State != LongWorkState.Running).SkipLast(KeptForEach).ToList())
        {
            if (_works.TryRemove(old.Id, out var removed))
            {
                removed.Dispose();
            }
        }
    }
}
