using Kaohe.Activities.Effects;
using Kaohe.Office.People;
using Kaohe.Server.Tasks.Audiences;

namespace Kaohe.Server.Tasks.Opening;

/// <summary>Turns the role and post of an effect into the people who may take the task of one key.</summary>
/// <param name="book">The year's units and teams.</param>
/// <param name="directory">All people.</param>
internal sealed class TaskCandidates(AudienceBook book, OfficeDirectory directory)
{
    /// <summary>Who may take it; what is asked of an empty post falls to 考核办, who can substitute somebody.</summary>
    /// <param name="effect">What is asked.</param>
    /// <param name="key">The key.</param>
    /// <param name="isFallback">Whether nobody was found, and 考核办 has it instead.</param>
    public IReadOnlyList<Candidate> For(OpenTasks effect, string key, out bool isFallback)
    {
        var wanted = Wanted(effect, key);
        isFallback = directory.Expand(wanted).Count == 0;
        return isFallback ? [Candidate.OfRole(Role.Office.Code)] : wanted;
    }

    private IReadOnlyList<Candidate> Wanted(OpenTasks effect, string key)
    {
        if (effect.Handling is { Candidates: { Count: > 0 } listed })
        {
            return Candidate.FromExpression(listed);
        }

        var who = effect.PostOrPerson;
        if (who is not null && directory.Find(who) is not null)
        {
            return [Candidate.OfPerson(who)];
        }

        return effect.Audience.Kind switch
        {
            AudienceKind.Leaders => [Candidate.OfPerson(key)],
            AudienceKind.Team => Members(book.Teams.FirstOrDefault(team => team.Id == key), unitId: null, who),
            _ when !effect.Audience.IsPerUnit => [new Candidate(Role: effect.Role, PostCode: who)],
            _ when effect.Role == Role.Unit.Code => [new Candidate(UnitId: key, PostCode: who)],
            _ when effect.Role == Role.Team.Code => Members(book.TeamOf(key), key, who),
            _ => [new Candidate(Role: effect.Role, PostCode: who)],
        };
    }

    private static IReadOnlyList<Candidate> Members(AudienceTeam? team, string? unitId, string? post) => (team, post) switch
    {
        (null, _) => [],
        (_, PostCodes.TeamLeader) => [Candidate.OfPerson(team.LeaderId)],
        _ => [.. (unitId is null ? team.MemberIds : team.MembersByUnit[unitId]).Select(Candidate.OfPerson)],
    };
}
