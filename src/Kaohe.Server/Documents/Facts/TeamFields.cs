using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Units;

namespace Kaohe.Server.Documents.Facts;

/// <summary>Fields about the 考核组: the one that has the unit, or all of them as a table.</summary>
internal static class TeamFields
{
    public static void Add(
        Dictionary<string, object?> fields, DocumentSubject subject, IReadOnlyList<AssessmentTeam> teams, IReadOnlyList<Unit> units, IReadOnlyDictionary<string, Official> officials)
    {
        if (teams.Count == 0)
        {
            return;
        }

        var shortNames = units.ToDictionary(unit => unit.Id, unit => unit.ShortName);
        fields["督查组"] = teams.Select(team => (object?)new Dictionary<string, object?>
        {
            ["组别"] = team.Name,
            ["组长"] = NameOf(team.LeaderId),
            ["成员"] = Members(team),
            ["督查单位"] = Short([.. team.UnitIds.Where(shortNames.ContainsKey).Select(id => shortNames[id])]),
        }).ToList();
        var own = subject.UnitId is { } unitId ? teams.FirstOrDefault(team => team.UnitIds.Contains(unitId)) : null;
        fields["考核组名称"] = own?.Name ?? $"{teams[0].Name}等{teams.Count}个考核组";
        fields["组长"] = own is null ? string.Join('、', teams.Select(team => NameOf(team.LeaderId))) : WithPost(own.LeaderId);
        fields["成员"] = own is null ? string.Join('；', teams.Select(team => $"{team.Name}：{Members(team)}")) : Members(own);
        fields["联络员"] = string.Join('、', (own is null ? teams : [own]).Select(team => NameOf(team.LiaisonId)));
        fields["考核组"] = (own is null ? teams : [own]).SelectMany(team => team.MemberIds.Select(id => (object?)new Dictionary<string, object?>
        {
            ["职务"] = id == team.LeaderId ? "组长" : "成员",
            ["姓名"] = NameOf(id),
            ["单位"] = officials.GetValueOrDefault(id)?.UnitId is { } home && shortNames.TryGetValue(home, out var name) ? name : "",
            ["签名"] = "",
        })).ToList();

        string NameOf(string id) => officials.GetValueOrDefault(id)?.Name ?? id;
        string WithPost(string id) => officials.GetValueOrDefault(id) is { Post.Length: > 0 } official ? $"{official.Name}（{official.Post}）" : NameOf(id);
        string Members(AssessmentTeam team) => string.Join('、', team.MemberIds.Where(id => id != team.LeaderId).Select(NameOf));
    }

    private static string Short(IReadOnlyList<string> names) => names.Count <= 14 ? string.Join('、', names) : $"{string.Join('、', names.Take(12))}等{names.Count}个单位";
}
