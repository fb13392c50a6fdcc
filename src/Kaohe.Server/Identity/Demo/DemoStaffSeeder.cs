namespace Kaohe.Server.Identity.Demo;

/// <summary>Accounts that take no part in the assessment; those of the city come with its units.</summary>
internal sealed class DemoStaffSeeder : IDemoSeeder
{
    private static readonly DemoAccount[] _accounts =
    [
        new("系统管理员", "系统管理员", [RoleCodes.Administrator]) { PersonId = "demo-admin", IsShown = true },
    ];

    public int Order => 20;

    public async Task SeedAsync(DemoContext context, CancellationToken cancellationToken)
    {
        foreach (var account in _accounts)
        {
            await context.EnsureAsync(account);
        }
    }
}
