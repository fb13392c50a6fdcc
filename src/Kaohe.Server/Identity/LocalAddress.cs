using System.Diagnostics.CodeAnalysis;

namespace Kaohe.Server.Identity;

/// <summary>Addresses that a form or a link brings along to return to: only pages of ours are followed.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is one of ours, else the 工作台.</summary>
    /// <param name="address">What was brought along.</param>
    public static string OrHome(string? address) => IsLocal(address) ? address : "/";

    private static bool IsLocal([NotNullWhen(true)] string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal)
        && !address.Any(char.IsControl);
}
