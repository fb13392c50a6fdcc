using System.Security.Claims;

namespace Kaohe.Server.Shell.Tours;

/// <summary>One sentence of the guided tour that a person gets at the first sign-in.</summary>
/// <param name="Order">Position.</param>
/// <param name="Title">Chinese title, a few characters.</param>
/// <param name="Text">Chinese: what is there and what to do with it, one or two sentences.</param>
/// <param name="Address">Page that the step speaks about; a link leads there.</param>
/// <param name="Roles">Role codes that get it; empty for everybody.</param>
public sealed record TourStep(int Order, string Title, string Text, string? Address, params IReadOnlyList<string> Roles)
{
    /// <summary>Whether a person gets it.</summary>
    /// <param name="user">The signed-in person.</param>
    public bool IsFor(ClaimsPrincipal user) => Roles.Count == 0 || Roles.Any(user.IsInRole);
}
