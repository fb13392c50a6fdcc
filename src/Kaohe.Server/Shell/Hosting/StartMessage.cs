using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Kaohe.Server.Shell.Hosting;

/// <summary>Something that a person who starts the server has to read on the console, e.g. a one-time password.</summary>
public interface IStartNotice
{
    /// <summary>Lines in Chinese; none when there is nothing to say.</summary>
    IReadOnlyList<string> Lines { get; }
}

/// <summary>
/// Says on the console where the product listens and how to sign in, once it does. It goes to the console and not to the log:
/// logs are kept and forwarded, a one-time password must not be.
/// </summary>
/// <param name="server">The web server.</param>
/// <param name="lifetime">Tells when it listens.</param>
/// <param name="notices">What features have to say.</param>
public sealed class StartMessage(IServer server, IHostApplicationLifetime lifetime, IEnumerable<IStartNotice> notices) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => Console.Out.Write(Text()));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string Text()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        string[] lines = ["考核工作流程系统已启动", .. addresses.Select(address => $"  打开 {address}"), .. notices.SelectMany(notice => notice.Lines), "  按 Ctrl+C 停止"];
        return string.Concat(lines.Select(line => line + Environment.NewLine));
    }
}
