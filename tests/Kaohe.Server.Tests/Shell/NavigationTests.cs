using System.Security.Claims;
using Kaohe.Office.People;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;

namespace Kaohe.Server.Tests.Shell;

public sealed class NavigationTests
{
    public static TheoryData<string> Roles => [.. Role.All.Select(role => role.Code)];

    [Theory]
    [MemberData(nameof(Roles))]
    public void Should_show_each_role_at_most_nine_entries_and_a_place_to_start(string role)
    {
        var items = new NavigationMenu(FeatureCatalog.Find()).For(Holder(role));

        Assert.InRange(items.Count, 1, 9);
        Assert.Equal("/", items[0].Address);
    }

    [Fact]
    public void Should_have_one_entry_for_each_address()
    {
        var addresses = FeatureCatalog.Find().Navigation.Select(entry => entry.Address);

        Assert.Equal(addresses.Distinct(), addresses);
    }

    private static ClaimsPrincipal Holder(string role) => new(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "test"));
}
