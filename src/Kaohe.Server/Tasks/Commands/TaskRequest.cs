using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Storage;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Commands;

/// <summary>What a page or a program asks of a task; one record a command, the same for both.</summary>
public abstract record TaskRequest
{
    /// <summary>Made by the page once per intention; the same id again is a retry. Made here when a program leaves it out.</summary>
    public string OperationId { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>Revision that the page showed.</summary>
    public long? ExpectedRevision { get; init; }

    /// <summary>The command, with what it needs to know loaded.</summary>
    /// <param name="desk">Where it is made.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal abstract Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken);
}

/// <summary>What a request becomes a command with.</summary>
/// <param name="Db">The mutation's context.</param>
/// <param name="Stored">The task.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="At">Now.</param>
/// <param name="Forms">Reads forms.</param>
internal sealed record TaskRequestDesk(KaoheDb Db, StoredTask Stored, Actor Actor, DateTimeOffset At, Forms.TaskFormDesk Forms)
{
    public HumanTask Task => Stored.Task;
}
