namespace Kaohe.Server.Tasks.Audiences;

/// <summary>The least that tasks have to know of a year's units, teams and leaders: whom an audience means, and how they are called.</summary>
public interface IAudienceDirectory
{
    /// <summary>The year as it stands now.</summary>
    /// <param name="year">The assessed year.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>An empty book when the year is unknown.</returns>
    Task<AudienceBook> ForYearAsync(int year, CancellationToken cancellationToken = default);
}
