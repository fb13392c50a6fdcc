using Kaohe.Assessment.Officials;
using Kaohe.Server.Identity;
using Kaohe.Server.Identity.Demo;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles.Demo;

/// <summary>Gives every official of the demo city an account named by office title.</summary>
internal sealed class DemoAccountsSeeder(IDbContextFactory<KaoheDb> databases) : IDemoSeeder
{
    private static readonly HashSet<string> _shown =
        ["kaoheban-zhuren", "kaoheban-jingban", "shizhang", "fuzuzhang-zuzhi", "zu1-zuzhang", "xinfu-head", "xinfu-liaison", "fagaiwei-liaison"];

    public int Order => 20;

    public async Task SeedAsync(DemoContext context, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var cycle = await db.NewestCycleAsync(cancellationToken);
        if (cycle is null)
        {
            return;
        }

        var teams = await db.TeamsAsync(cycle.Year, cancellationToken);
        var assessed = (await db.UnitsAsync(cancellationToken)).Select(unit => unit.Id).ToHashSet();
        var known = (await db.Users.Select(user => user.PersonId).ToListAsync(cancellationToken)).ToHashSet();
        foreach (var official in await db.OfficialsAsync(cancellationToken))
        {
            var roles = RolesOf(official, cycle.LeadingGroup, cycle.Office, teams, assessed).ToList();
            if (official.Account.Length > 0 && roles.Count > 0 && (!known.Contains(official.Id) || _shown.Contains(official.Id)))
            {
                await context.EnsureAsync(new DemoAccount(official.Account, official.Name, roles)
                {
                    PersonId = official.Id,
                    UnitId = roles.Contains(RoleCodes.Unit) ? official.UnitId : null,
                    Email = official.Email,
                    IsShown = _shown.Contains(official.Id),
                });
            }
        }
    }

    private static IEnumerable<string> RolesOf(
        Official official, LeadingGroup? leaders, AssessmentOffice? office, IReadOnlyList<AssessmentTeam> teams, HashSet<string> assessed)
    {
        var isLeader = leaders is not null && (official.Id == leaders.FirstLeaderId || official.Id == leaders.LeaderId || leaders.DeputyIds.Contains(official.Id));
        var isStaff = office?.StaffIds.Contains(official.Id) == true;
        var isMember = teams.Any(team => team.MemberIds.Contains(official.Id));
        if (isLeader)
        {
            yield return RoleCodes.Leader;
        }

        if (isStaff)
        {
            yield return RoleCodes.Office;
        }

        if (isMember)
        {
            yield return RoleCodes.Team;
        }

        // A leader who also heads a unit signs for it; whoever works for the office or a team does not act for the home unit.
        if (assessed.Contains(official.UnitId) && !isStaff && !isMember && (!isLeader || official.Rank == PostRank.Head))
        {
            yield return RoleCodes.Unit;
        }
    }
}
