using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Kaohe.Server.Documents;

/// <summary>The address under which people reach the product, for mails and for QR codes on paper: <c>Site:Address</c>, else the first address the server listens on.</summary>
/// <param name="configuration">The settings.</param>
/// <param name="server">The web server.</param>
public sealed class PublicAddress(IConfiguration configuration, IServer server)
{
    /// <summary>Full address of a page.</summary>
    /// <param name="path">With a leading slash.</param>
    public string Of(string path) => Root.TrimEnd('/') + path;

    /// <summary>Where a reader of the paper checks it.</summary>
    /// <param name="checkCode">The document's code.</param>
    public string Verify(string checkCode) => Of($"/verify?code={Uri.EscapeDataString(checkCode)}");

    private string Root => configuration["Site:Address"] is { Length: > 0 } address
        ? address
        : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? string.Empty;
}
