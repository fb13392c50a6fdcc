using System.Security.Claims;

namespace Kaohe.Server.Identity;

/// <summary>Names of what the sign-in cookie says about a person besides name, id and roles.</summary>
public static class KaoheClaims
{
    /// <summary>The name shown on pages.</summary>
    public const string DisplayName = "kaohe:name";

    /// <summary>Id of the person in the office's directory.</summary>
    public const string PersonId = "kaohe:person";

    /// <summary>Id of the unit that the account acts for.</summary>
    public const string UnitId = "kaohe:unit";

    /// <summary>Stored on the account: the password was handed out and must be changed before anything else.</summary>
    public const string MustChangePassword = "kaohe:must-change-password";

    /// <summary>Id of the account.</summary>
    /// <param name="user">The signed-in person.</param>
    public static string? AccountId(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>Name as shown.</summary>
    /// <param name="user">The signed-in person.</param>
    public static string ShownName(this ClaimsPrincipal user) => user.FindFirstValue(DisplayName) ?? user.Identity?.Name ?? string.Empty;
}
