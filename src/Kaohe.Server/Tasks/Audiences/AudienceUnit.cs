namespace Kaohe.Server.Tasks.Audiences;

/// <summary>An assessed unit as tasks and the board show it.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">Short name.</param>
/// <param name="IsCounty">县市区 or 市直部门(单位).</param>
/// <param name="Section">Heading under which lists show it: 县市区, or the type of the department.</param>
public sealed record AudienceUnit(string Id, string Name, string ShortName, bool IsCounty, string Section);

/// <summary>A 考核组.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name.</param>
/// <param name="LeaderId">组长.</param>
/// <param name="MemberIds">Everybody in it.</param>
/// <param name="MembersByUnit">For each unit that it assesses, the members who may act on it (回避 left out).</param>
public sealed record AudienceTeam(
    string Id, string Name, string LeaderId, IReadOnlyList<string> MemberIds, IReadOnlyDictionary<string, IReadOnlyList<string>> MembersByUnit);
