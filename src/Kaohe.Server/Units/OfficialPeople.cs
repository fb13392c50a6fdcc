using Kaohe.Assessment.Officials;
using Kaohe.Office.People;
using Kaohe.Server.Identity.People;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Caching;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Units;

/// <summary>
/// The officials and the accounts as people: an official holds the post that the official's standing gives in the unit, and posts in the newest
/// year's 考核组. Accounts without an official keep what <see cref="AccountPeople"/> says about them.
/// </summary>
/// <param name="databases">Reads.</param>
/// <param name="accounts">The accounts.</param>
/// <param name="cache">Keeps the directory: every request asks for it.</param>
public sealed class OfficialPeople(IDbContextFactory<KaoheDb> databases, AccountPeople accounts, ReferenceCache cache) : IOfficePeople
{
    /// <inheritdoc />
    public ValueTask<OfficeDirectory> DirectoryAsync(CancellationToken cancellationToken = default) => cache.GetAsync(nameof(OfficialPeople), ReadAsync, cancellationToken);

    /// <inheritdoc />
    public ValueTask<DelegationBook> DelegationsAsync(CancellationToken cancellationToken = default) =>
        cache.GetAsync(nameof(Delegation), async cancel => await accounts.DelegationsAsync(cancel), cancellationToken);

    private async Task<OfficeDirectory> ReadAsync(CancellationToken cancellationToken)
    {
        var known = await accounts.DirectoryAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var officials = await db.OfficialsAsync(cancellationToken);
        var cycle = await db.NewestCycleAsync(cancellationToken);
        var teams = cycle is null ? [] : await db.TeamsAsync(cycle.Year, cancellationToken);
        var ids = officials.Select(official => official.Id).ToHashSet();
        return new OfficeDirectory(
        [
            .. officials.Select(official => new Person
            {
                Id = official.Id,
                Name = official.Name,
                Email = official.Email is { Length: > 0 } mail ? mail : known.Find(official.Id)?.Email,
                Roles = known.Find(official.Id)?.Roles ?? [],
                Posts = [PostOf(official), .. teams.Where(team => team.MemberIds.Contains(official.Id)).Select(team => PostOf(team, official.Id))],
            }),
            .. known.People.Where(person => !ids.Contains(person.Id)),
        ]);
    }

    private static Post PostOf(Official official) => new(
        official.UnitId,
        official.Rank switch
        {
            PostRank.Head => PostCodes.Head,
            PostRank.Member => "member",
            _ => PostCodes.Handler,
        },
        official.Post);

    private static Post PostOf(AssessmentTeam team, string officialId) => team.LeaderId == officialId
        ? new Post(team.Id, PostCodes.TeamLeader, $"{team.Name}组长")
        : new Post(team.Id, PostCodes.TeamMember, $"{team.Name}组员");
}
