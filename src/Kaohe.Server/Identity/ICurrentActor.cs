using Kaohe.Office.People;

namespace Kaohe.Server.Identity;

/// <summary>Who is acting, on every way in: page, endpoint, circuit. Every feature's authorization asks this and nothing else.</summary>
public interface ICurrentActor
{
    /// <summary>The signed-in person with roles, posts and whom the person stands in for now; null for a visitor.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Actor?> FindAsync(CancellationToken cancellationToken = default);

    /// <summary>The signed-in person.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in.</exception>
    ValueTask<Actor> GetAsync(CancellationToken cancellationToken = default);
}
