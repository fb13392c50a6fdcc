using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Signing;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Opening;

/// <summary>One task that an effect asks for.</summary>
/// <param name="Key">Its key among those of the item.</param>
/// <param name="Request">The task.</param>
/// <param name="Origin">What it comes with.</param>
/// <param name="DueAt">Its deadline as the activity has it; null without.</param>
/// <param name="ReturnReason">Why the work has to be done again; null the first time.</param>
internal sealed record PlannedTask(string Key, NewTask Request, TaskOrigin Origin, DateTimeOffset? DueAt, string? ReturnReason)
{
    /// <summary>How several people answer it; null when one does.</summary>
    public SigningSpec? Signing { get; init; }
}
