using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Kaohe.Server.Tasks.Mail;

/// <summary>The address at which people reach the product, for links in mails: <c>Site:Address</c>, else the first address the server listens on.</summary>
/// <param name="configuration">The settings.</param>
/// <param name="server">The web server.</param>
public sealed class SiteAddress(IConfiguration configuration, IServer server)
{
    /// <summary>A page's full address.</summary>
    /// <param name="path">Path with a leading slash.</param>
    public string Of(string path)
    {
        var site = configuration["Site:Address"] is { Length: > 0 } set ? set : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? string.Empty;
        return site.TrimEnd('/') + path;
    }
}
