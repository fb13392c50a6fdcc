using System.Security.Claims;
using Kaohe.Server.Identity;

namespace Kaohe.Server.Shell.Years;

/// <summary>The year that a person works in, chosen in the top bar and kept for the person. Pages ask it; endpoints take the year in the address.</summary>
/// <param name="years">All years.</param>
/// <param name="preferences">What is kept.</param>
public sealed class WorkYear(IAssessmentYears years, UserPreferences preferences)
{
    private const string Name = "year";

    /// <summary>The chosen year, or the newest when none was chosen or the chosen one is gone.</summary>
    /// <param name="user">The signed-in person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<int> GetAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default)
    {
        var all = await years.AllAsync(cancellationToken);
        var chosen = await preferences.ReadAsync<int>(user, Name, cancellationToken);
        return all.Contains(chosen) ? chosen : all[0];
    }

    /// <summary>Keeps the choice.</summary>
    /// <param name="user">The signed-in person.</param>
    /// <param name="year">The year.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ChooseAsync(ClaimsPrincipal user, int year, CancellationToken cancellationToken = default) =>
        preferences.WriteAsync(user, Name, year, cancellationToken);
}
