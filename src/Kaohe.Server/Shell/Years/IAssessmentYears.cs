using Kaohe.Office;

namespace Kaohe.Server.Shell.Years;

/// <summary>The assessment years that exist. The feature that keeps cycles registers its own; until then there is the current year.</summary>
public interface IAssessmentYears
{
    /// <summary>All years, newest first; at least one. The first is shown unless a person chose another.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<int>> AllAsync(CancellationToken cancellationToken = default);
}

/// <summary>Only the year of the clock.</summary>
/// <param name="clock">The clock.</param>
internal sealed class ClockYears(TimeProvider clock) : IAssessmentYears
{
    public ValueTask<IReadOnlyList<int>> AllAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<int>>([OfficeTime.DateOf(clock.GetUtcNow()).Year]);
}
