using Microsoft.AspNetCore.Identity;

namespace Kaohe.Server.Identity;

/// <summary>For account changes that cannot fail for a reason a person could mend.</summary>
internal static class IdentityResults
{
    public static void ThrowIfFailed(this IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join("；", result.Errors.Select(error => error.Description)));
        }
    }
}
