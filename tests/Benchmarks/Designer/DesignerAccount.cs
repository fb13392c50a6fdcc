using Kaohe.Server.Identity;
using Kaohe.Storage.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Benchmarks.Designer;

/// <summary>Somebody of 考核办 who may draw flows.</summary>
internal static class DesignerAccount
{
    public const string Name = "bench";
    public const string Password = "kaohe-bench-2026";

    public static async Task CreateAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<KaoheUser>>();
        var user = new KaoheUser { UserName = Name };
        await users.CreateAsync(user, Password);
        await users.AddToRoleAsync(user, RoleCodes.Office);
    }
}
