using Kaohe.Activities.Effects;
using Kaohe.Office;
using Kaohe.Office.Tasks;
using Kaohe.Server.Tasks.Audiences;
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

    /// <summary>The units that the task is about: its own, or those of its step.</summary>
    public IReadOnlyList<AudienceUnit> Units { get; } = [.. Facts.Book.Units.Where(IsConcerned(Task, Origin, Facts.Book))];

    private static Func<AudienceUnit, bool> IsConcerned(HumanTask task, TaskOrigin origin, AudienceBook book)
    {
        if (task.UnitId is { } own)
        {
            return unit => unit.Id == own;
        }

        if (AudienceSpec.Read(origin.Audience) is not { } audience)
        {
            return _ => true;
        }

        var keys = book.KeysOf(audience).ToHashSet(StringComparer.Ordinal);
        return unit => keys.Contains(unit.Id);
    }
}
