using Kaohe.Office.People;
using Kaohe.Server.Identity.People;

namespace Kaohe.Server.Mail.Links;

/// <summary>The person behind a mail link or a reply as an actor: with roles, posts and delegations as they are now.</summary>
/// <param name="people">All people.</param>
/// <param name="clock">Says which delegations hold.</param>
public sealed class MailActors(IOfficePeople people, TimeProvider clock)
{
    /// <summary>The person.</summary>
    /// <returns>Null when there is no such person, or the person has left.</returns>
    public async Task<Actor?> FindAsync(string personId, CancellationToken cancellationToken)
    {
        var directory = await people.DirectoryAsync(cancellationToken);
        return directory.FindActive(personId) is { } person
            ? new Actor(person, (await people.DelegationsAsync(cancellationToken)).StandInsOf(personId, directory, clock.GetUtcNow()))
            : null;
    }

    /// <summary>The one person with an address; null when there is none, or several share it.</summary>
    public async Task<Person?> ByAddressAsync(string address, CancellationToken cancellationToken)
    {
        var found = (await people.DirectoryAsync(cancellationToken)).People.Where(person => person.IsActive && string.Equals(person.Email, address, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
