using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using Xunit;

namespace Kaohe.TestMail;

/// <summary>One server of <see cref="MailServers"/>, as a child process in the foreground.</summary>
internal sealed class MailServerProcess
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private MailServerProcess(string folder, string script)
    {
        _process = Process.Start(new ProcessStartInfo("sh", [Path.Combine(folder, script)]) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Why no mail server can run here; null when they can. Fails where <c>KAOHE_TEST_MAIL</c> is <c>required</c>, as <c>scripts/test.sh</c> sets it.</summary>
    public static string? WhyMissing()
    {
        string? missing = OperatingSystem.IsWindows() || !File.Exists("/usr/sbin/smtpd") || !File.Exists("/usr/sbin/dovecot")
            ? "OpenSMTPD and Dovecot are not installed here (Debian: apt-get install opensmtpd dovecot-imapd)."
            : Environment.IsPrivilegedProcess ? null : "OpenSMTPD and Dovecot start only as root.";
        return missing is not null && Environment.GetEnvironmentVariable("KAOHE_TEST_MAIL") == "required" ? throw new InvalidOperationException(missing) : missing;
    }

    /// <summary>Starts a server and waits until it answers.</summary>
    public static async Task<MailServerProcess> StartAsync(string folder, string script, int port)
    {
        var server = new MailServerProcess(folder, script);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (!await AnswersAsync(port, patience.Token))
        {
            if (server._process.HasExited)
            {
                throw new InvalidOperationException($"{script} ended: {string.Join('\n', server._said)}");
            }

            await timer.WaitForNextTickAsync(patience.Token);
        }

        return server;
    }

    /// <summary>Asks the server to end, and waits until it and its children have.</summary>
    public async Task StopAsync()
    {
        using (var ask = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await ask.WaitForExitAsync();
        }

        await _process.WaitForExitAsync(); // waits for the pipes too, which its children hold
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(MailServers.Host, port, cancellationToken);
            return await client.GetStream().ReadAsync(new byte[16], cancellationToken) > 0;
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            return false;
        }
    }
}
