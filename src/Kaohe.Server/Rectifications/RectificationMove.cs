using Kaohe.Activities.Effects;
using Kaohe.Assessment.Rectifications;

namespace Kaohe.Server.Rectifications;

/// <summary>A 整改 is to move on.</summary>
public sealed record RectificationMove
{
    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>What has happened.</summary>
    public required RectificationEvent Event { get; init; }

    /// <summary>What was said: the reason of a return, the finding of a 复查.</summary>
    public string Comment { get; init; } = "";

    /// <summary>Who did it.</summary>
    public string By { get; init; } = "";

    /// <summary>The report, for <see cref="RectificationEvent.Submitted"/>.</summary>
    public RectificationReport? Report { get; init; }

    /// <summary>What the unit reports about its measures, for <see cref="RectificationEvent.Completed"/>.</summary>
    public RectificationCompletion? Completion { get; init; }

    /// <summary>What 复查 found about each measure, for <see cref="RectificationEvent.Rechecked"/>; null where it is recorded as a whole only.</summary>
    public IReadOnlyList<MeasureFinding>? Findings { get; init; }

    /// <summary>The day of the 复查; null where none is given.</summary>
    public DateOnly? VisitedOn { get; init; }

    /// <summary>The new last day for the unit, for a notice or a return; null for the scheme's.</summary>
    public DateOnly? DueOn { get; init; }
}
