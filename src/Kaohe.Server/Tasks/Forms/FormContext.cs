using Kaohe.Office;
using Kaohe.Office.Tasks;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Forms;

/// <summary>The task that a form belongs to, with what is known about its subject.</summary>
/// <param name="Task">The task.</param>
/// <param name="Origin">What it came with.</param>
/// <param name="Facts">What is known about its subject.</param>
/// <param name="Attachments">Ids of the files attached to it.</param>
/// <param name="Now">Now.</param>
public sealed record FormContext(HumanTask Task, TaskOrigin Origin, FormFacts Facts, IReadOnlySet<string> Attachments, DateTimeOffset Now)
{
    /// <summary>Today in the office.</summary>
    public DateOnly Today => OfficeTime.DateOf(Now);
}
