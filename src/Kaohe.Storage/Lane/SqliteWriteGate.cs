namespace Kaohe.Storage.Lane;

/// <summary>
/// SQLite has one writer. Whoever writes in this process (the lane, or a direct save such as ASP.NET Core Identity's) passes here, because waiting
/// in the process is fair and quick while waiting on the file lock is neither (measured: 2 s tails).
/// </summary>
internal sealed class SqliteWriteGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly AsyncLocal<bool> _inside = new();

    /// <summary>Whether the calling code runs inside a mutation of the lane.</summary>
    public bool IsInside => _inside.Value;

    /// <summary>Says that what is called from here on is inside a mutation.</summary>
    public void MarkInside() => _inside.Value = true;

    public Task EnterAsync(CancellationToken cancellationToken = default) => _gate.WaitAsync(cancellationToken);

    public void Enter() => _gate.Wait();

    public bool TryEnter() => _gate.Wait(0);

    public void Leave() => _gate.Release();

    public void Dispose() => _gate.Dispose();
}
