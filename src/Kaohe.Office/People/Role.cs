using System.Collections.Frozen;

namespace Kaohe.Office.People;

/// <summary>A role with its stable code; codes are stored and written in flows, labels are shown.</summary>
/// <param name="Code">Stable code, e.g. <c>office</c>.</param>
/// <param name="Label">Chinese label, e.g. 考核办.</param>
public sealed record Role(string Code, string Label)
{
    /// <summary>考核办: runs the assessment (组织实施, 督促检查).</summary>
    public static readonly Role Office = new("office", "考核办");

    /// <summary>考核组: sent out every year to the units.</summary>
    public static readonly Role Team = new("team", "考核组");

    /// <summary>领导: signs, decides.</summary>
    public static readonly Role Leader = new("leader", "领导");

    /// <summary>单位: people of an assessed unit.</summary>
    public static readonly Role Unit = new("unit", "单位");

    /// <summary>管理员: keeps the accounts and the machine; takes no part in the assessment.</summary>
    public static readonly Role Administrator = new("admin", "管理员");

    private static readonly FrozenDictionary<string, Role> ByCode =
        new[] { Office, Team, Leader, Unit, Administrator }.ToFrozenDictionary(role => role.Code);

    /// <summary>All roles.</summary>
    public static IReadOnlyList<Role> All { get; } = [Office, Team, Leader, Unit, Administrator];

    /// <summary>The label of a code; the code itself when it is unknown.</summary>
    /// <param name="code">A role code.</param>
    public static string LabelOf(string code) => ByCode.TryGetValue(code, out var role) ? role.Label : code;

    /// <summary>Whether a code is one of ours.</summary>
    /// <param name="code">A role code.</param>
    public static bool IsKnown(string code) => ByCode.ContainsKey(code);
}
