namespace Kaohe.Server.Identity;

/// <summary>The codes of <see cref="Kaohe.Office.People.Role"/> as constants, because attributes take nothing else. A test holds them together.</summary>
public static class RoleCodes
{
    /// <summary>考核办.</summary>
    public const string Office = "office";

    /// <summary>考核组.</summary>
    public const string Team = "team";

    /// <summary>领导.</summary>
    public const string Leader = "leader";

    /// <summary>单位.</summary>
    public const string Unit = "unit";

    /// <summary>管理员.</summary>
    public const string Administrator = "admin";

    /// <summary>For <c>[Authorize(Roles = …)]</c>: 考核办 and 管理员.</summary>
    public const string OfficeAndAdministrator = Office + "," + Administrator;

    /// <summary>For <c>[Authorize(Roles = …)]</c>: 考核办 and 领导.</summary>
    public const string OfficeAndLeader = Office + "," + Leader;

    /// <summary>For <c>[Authorize(Roles = …)]</c>: everybody who works for the assessment, but not the assessed units.</summary>
    public const string AssessmentStaff = Office + "," + Team + "," + Leader;
}
