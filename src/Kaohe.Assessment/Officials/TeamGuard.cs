namespace Kaohe.Assessment.Officials;

/// <summary>Checks the year's teams: everybody known, nobody assesses the own unit, every unit has exactly one team.</summary>
public static class TeamGuard
{
    /// <summary>Every problem, with the path <c>teams[ID].field</c>.</summary>
    public static IReadOnlyList<Problem> Check(
        IReadOnlyList<AssessmentTeam> teams, IReadOnlyList<Official> officials, IReadOnlyList<string> unitIds)
    {
        var people = officials.ToDictionary(official => official.Id);
        return [.. teams.SelectMany(team => CheckTeam(team, people)), .. CheckCoverage(teams, unitIds)];
    }

    private static IEnumerable<Problem> CheckTeam(AssessmentTeam team, Dictionary<string, Official> people)
    {
        var path = $"teams[{team.Id}]";
        if (!team.MemberIds.Contains(team.LeaderId))
        {
            yield return new Problem($"{path}.leaderId", $"{team.Name}的组长不在成员名单中，请把组长列入成员。");
        }

        if (!team.MemberIds.Contains(team.LiaisonId))
        {
            yield return new Problem($"{path}.liaisonId", $"{team.Name}的联络员不在成员名单中，请把联络员列入成员。");
        }

        foreach (var member in team.MemberIds)
        {
            if (!people.TryGetValue(member, out var person))
            {
                yield return new Problem($"{path}.memberIds[{member}]", $"干部名册中没有“{member}”，请先登记。");
            }
            else if (team.UnitIds.Contains(person.UnitId)
                && !team.Recusals.Any(recusal => recusal.OfficialId == member && recusal.UnitId == person.UnitId))
            {
                yield return new Problem($"{path}.memberIds[{member}]", $"{person.Name}是被考核单位的人员，须登记回避或调整分组。");
            }
        }

        foreach (var unit in team.UnitIds.Where(unit => team.MembersFor(unit).Count < 2))
        {
            yield return new Problem($"{path}.unitIds[{unit}]", $"{team.Name}对该单位回避后不足两人，无法考核，请增补成员。");
        }

        foreach (var recusal in team.Recusals.Where(recusal => string.IsNullOrWhiteSpace(recusal.Reason)))
        {
            yield return new Problem($"{path}.recusals[{recusal.OfficialId}].reason", "回避必须写明原因。");
        }
    }

    private static IEnumerable<Problem> CheckCoverage(IReadOnlyList<AssessmentTeam> teams, IReadOnlyList<string> unitIds)
    {
        foreach (var unit in unitIds)
        {
            var count = teams.Count(team => team.UnitIds.Contains(unit));
            if (count != 1)
            {
                yield return new Problem($"teams.unitIds[{unit}]", count == 0
                    ? $"单位“{unit}”没有分配考核组，请分配。"
                    : $"单位“{unit}”分给了 {count} 个考核组，请只留一个。");
            }
        }
    }
}
