using Kaohe.Office.People;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Storage.Identity;
using Microsoft.AspNetCore.Identity;

namespace Kaohe.Server.Identity.Demo;

/// <summary>Seeds the demo city at start and says on the console how to sign in.</summary>
/// <param name="scopes">Scopes.</param>
/// <param name="password">The demo password.</param>
/// <param name="logger">Says what was done.</param>
internal sealed class DemoStart(IServiceScopeFactory scopes, DemoPassword password, ILogger<DemoStart> logger) : IStartStep, IStartNotice
{
    private IReadOnlyList<DemoAccount> _shown = [];

    public int Order => 30;

    public IReadOnlyList<string> Lines =>
        [$"  演示登录（密码都是 {password.Value}）：", .. _shown.Select(account => $"    {account.UserName}（{string.Join('、', account.Roles.Select(Role.LabelOf))}）")];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var context = new DemoContext(
            services.GetRequiredService<UserManager<KaoheUser>>(), services.GetRequiredService<IPasswordHasher<KaoheUser>>(), password.Value);
        foreach (var seeder in services.GetServices<IDemoSeeder>().OrderBy(seeder => seeder.Order))
        {
            await seeder.SeedAsync(context, cancellationToken);
            logger.LogInformation("Demo seeder {Seeder} is done.", seeder.GetType().Name);
        }

        _shown = context.Shown;
    }
}
