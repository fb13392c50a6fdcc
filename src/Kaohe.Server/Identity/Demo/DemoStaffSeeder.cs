namespace Kaohe.Server.Identity.Demo;

/// <summary>Accounts that belong to no unit of the city: one for each role of the assessment, so that a new user can try each.</summary>
internal sealed class DemoStaffSeeder : IDemoSeeder
{
    private static readonly DemoAccount[] _accounts =
    [
        new("考核办", "考核办经办人", [RoleCodes.Office]) { PersonId = "demo-office", IsShown = true },
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
