namespace Kaohe.Server.Identity.Demo;

/// <summary>An account of the demo city.</summary>
/// <param name="UserName">Name to sign in with; office titles are allowed, e.g. 考核办经办人.</param>
/// <param name="DisplayName">Name as shown.</param>
/// <param name="Roles">Role codes.</param>
public sealed record DemoAccount(string UserName, string DisplayName, IReadOnlyList<string> Roles)
{
    /// <summary>The person in the office's directory; null for an account without one.</summary>
    public string? PersonId { get; init; }

    /// <summary>The unit that the account acts for.</summary>
    public string? UnitId { get; init; }

    /// <summary>Address for mail.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the console prints it; a handful is enough to try every role.</summary>
    public bool IsShown { get; init; }
}
