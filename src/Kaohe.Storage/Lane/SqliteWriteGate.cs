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

    /// <summary>Does something that is not part of a mutation although it is called from one; whatever it starts may write again.</summary>
    public void RunOutside(Action work)
    {
        var inside = _inside.Value;
        _inside.Value = false;
        try
        {
            work();
        }
        finally
        {
            _inside.Value = inside;
        }
    }

    /// <summary>Takes the turn if nobody has it.</summary>
    public bool TryEnter() => _gate.Wait(0);

    /// <summary>Waits for the turn; dispose what you get to pass it on.</summary>
    public async Task<Turn> EnterAsync(CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken);
        return new Turn(this);
    }

    /// <inheritdoc cref="EnterAsync" />
    public Turn Enter()
    {
        _gate.Wait();
        return new Turn(this);
    }

    /// <summary>Says that a save outside the lane must not come from inside one of its mutations.</summary>
    /// <exception cref="InvalidOperationException">It does, and would wait for itself.</exception>
    public SqliteWriteGate FromOutside() => !IsInside ? this : throw new InvalidOperationException(
        "A mutation of the write lane saved through another context; it would wait for itself. Use the context it is given.");

    /// <summary>Passes the turn on.</summary>
    public void Leave() => _gate.Release();

    public void Dispose() => _gate.Dispose();

    /// <summary>The turn to write; the default one is no turn.</summary>
    internal readonly struct Turn(SqliteWriteGate gate) : IDisposable
    {
        public void Dispose() => gate?.Leave();
    }
}
