using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Storage;
using Kaohe.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Identity.People;

/// <summary>The accounts as people: roles as granted, one post (经办人) in the account's unit; and the delegations on record.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="clock">Says which delegations are long over.</param>
public sealed class AccountPeople(IDbContextFactory<KaoheDb> databases, TimeProvider clock) : IOfficePeople
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
    public async ValueTask<DelegationBook> DelegationsAsync(CancellationToken cancellationToken = default)
    {
        // Those that are over decide nothing any more; who acted under them is on record with what was done.
        var today = OfficeTime.DateOf(clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Delegations.AsNoTracking().Where(one => one.RevokedAt == null && one.To >= today).OrderBy(one => one.Id).ToListAsync(cancellationToken);
        return new DelegationBook([.. rows.Select(one => one.Value)]);
    }
}
