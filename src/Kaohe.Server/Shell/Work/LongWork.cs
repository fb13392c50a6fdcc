namespace Kaohe.Server.Shell.Work;

/// <summary>How a long piece of work stands.</summary>
public enum LongWorkState
{
    /// <summary>Under way.</summary>
    Running,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Stopped by a person.</summary>
    Cancelled,

    /// <summary>Failed; <see cref="LongWork.Message"/> says why.</summary>
    Failed,
}

/// <summary>Work that takes more than a moment: counted, can be left and found again, can be cancelled.</summary>
public sealed class LongWork : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();

    internal LongWork(string ownerId, string title) => (OwnerId, Title) = (ownerId, title);

    /// <summary>Stable id.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Account that started it.</summary>
    public string OwnerId { get; }

    /// <summary>Chinese title, e.g. 生成 104 份通知书.</summary>
    public string Title { get; }

    /// <summary>How many pieces are done.</summary>
    public int Done { get; private set; }

    /// <summary>How many there are; 0 while unknown.</summary>
    public int Total { get; private set; }

    /// <summary>How it stands.</summary>
    public LongWorkState State { get; private set; }

    /// <summary>What is being done, or how it ended; Chinese.</summary>
    public string? Message { get; private set; }

    /// <summary>Where the result is; null when there is none to open.</summary>
    public string? ResultAddress { get; private set; }

    /// <summary>Raised after each change, on whatever thread works.</summary>
    public event EventHandler? Changed;

    /// <summary>Cancelled when a person stops it.</summary>
    public CancellationToken Stopped => _cancel.Token;

    /// <summary>Says how far it is.</summary>
    /// <param name="done">Pieces done.</param>
    /// <param name="total">Pieces in all.</param>
    /// <param name="message">What is being done.</param>
    public void Report(int done, int total, string? message = null)
    {
        (Done, Total, Message) = (done, total, message ?? Message);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Says where the result is.</summary>
    /// <param name="message">How it ended, e.g. 已生成 104 份.</param>
    /// <param name="address">The page that shows it.</param>
    public void Finish(string message, string? address = null) => (Message, ResultAddress) = (message, address);

    /// <summary>Asks it to stop; what is done stays done.</summary>
    public void Cancel() => _cancel.Cancel();

    /// <inheritdoc />
    public void Dispose() => _cancel.Dispose();

    internal void End(LongWorkState state, string? message = null)
    {
        (State, Message) = (state, message ?? Message);
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
