using Kaohe.Office.People;
using Kaohe.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Identity.People;

/// <summary>The accounts as people: roles as granted, one post (经办人) in the account's unit, no delegations.</summary>
/// <param name="databases">Contexts.</param>
public sealed class AccountPeople(IDbContextFactory<KaoheDb> databases) : IOfficePeople
{
    /// <inheritdoc />
    public async ValueTask<OfficeDirectory> DirectoryAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var roles = await (from grant in db.UserRoles
                           join role in db.Roles on grant.RoleId equals role.Id
                           select new { grant.UserId, role.Name }).ToListAsync(cancellationToken);
        var rolesOf = roles.ToLookup(role => role.UserId, role => role.Name!);
        var accounts = await db.Users.AsNoTracking().OrderBy(user => user.UserName).ToListAsync(cancellationToken);
        return new OfficeDirectory(accounts.GroupBy(user => user.PersonId ?? user.Id).Select(person => new Person
        {
            Id = person.Key,
            Name = person.First().DisplayName,
            Email = person.First().Email,
            Roles = [.. person.SelectMany(user => rolesOf[user.Id]).Distinct()],
            Posts = [.. person.Where(user => user.UnitId is not null).Select(user => new Post(user.UnitId!, PostCodes.Handler, "经办人")).Distinct()],
        }));
    }

    /// <inheritdoc />
    public ValueTask<DelegationBook> DelegationsAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(DelegationBook.Empty);
}
