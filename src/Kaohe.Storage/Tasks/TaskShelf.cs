using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Signing;

namespace Kaohe.Storage.Tasks;

/// <summary>Lets a cascade find other tasks and rounds in the mutation's context. Reads are synchronous, because the cascade is pure code.</summary>
/// <param name="db">The mutation's context.</param>
public sealed class TaskShelf(KaoheDb db) : ITaskShelf
{
    /// <inheritdoc />
    public HumanTask? FindTask(string id) => db.Tasks.Find(id) is { } row ? TaskStore.Read(row) : null;

    /// <inheritdoc />
    public SigningRound? FindRound(string id) => db.SigningRounds.Find(id) is { } row ? TaskStore.Read(row) : null;
}
