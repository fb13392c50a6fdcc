using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Kaohe.Server.Mail.Delivery;

/// <summary>Gives messages to the mail server over one connection, made anew after some mails because servers limit a session.</summary>
/// <param name="options">The server.</param>
public sealed class SmtpSender(IOptions<MailOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private SmtpClient? _client;
    private int _sent;

    /// <summary>Sends one message.</summary>
    /// <exception cref="SmtpCommandException">The server refuses it, for now (4xx) or for good (5xx).</exception>
    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await (await ConnectAsync(cancellationToken)).SendAsync(message, cancellationToken);
            if (++_sent >= options.Value.Smtp.MailsPerConnection)
            {
                await CloseAsync(cancellationToken);
            }
        }
        catch
        {
            // Whatever went wrong, the session is not to be trusted any more.
            Drop();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Drop();
        _turn.Dispose();
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        if (_client is { IsConnected: true } open)
        {
            return open;
        }

        Drop();
        var smtp = options.Value.Smtp;
        _client = new SmtpClient();
        await _client.ConnectAsync(smtp.Host, smtp.Port, smtp.Security, cancellationToken);
        if (smtp.User.Length > 0)
        {
            await _client.AuthenticateAsync(smtp.User, smtp.Password, cancellationToken);
        }

        return _client;
    }

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        await _client!.DisconnectAsync(quit: true, cancellationToken);
        Drop();
    }

    private void Drop()
    {
        _client?.Dispose();
        (_client, _sent) = (null, 0);
    }
}
