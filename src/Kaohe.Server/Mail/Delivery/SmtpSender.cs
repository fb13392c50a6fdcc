using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Kaohe.Server.Mail.Delivery;

/// <summary>Gives messages to the mail server over one connection, made anew after some mails because servers limit a session.</summary>
/// <param name="options">The server.</param>
public sealed class SmtpSender(IOptions<MailOptions> options) : IDisposable
{
    private const int AnswerMilliseconds = 60_000;
    private static readonly TimeSpan _trusted = TimeSpan.FromSeconds(20);
    private readonly SemaphoreSlim _turn = new(1);
    private SmtpClient? _client;
    private int _sent;
    private long _used;

    /// <summary>Sends one message.</summary>
    /// <exception cref="SmtpCommandException">The server refuses it, for now (4xx) or for good (5xx).</exception>
    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var client = await ConnectAsync(cancellationToken);

            // Not cancelled half-way: a message that the server has taken would be sent again.
            await client.SendAsync(message, CancellationToken.None);
            _used = Environment.TickCount64;
            if (++_sent >= options.Value.Smtp.MailsPerConnection)
            {
                await CloseAsync(client);
            }
        }
        catch (SmtpCommandException refused) when (refused.StatusCode != SmtpStatusCode.ServiceNotAvailable && _client is { IsConnected: true })
        {
            // A refused message says nothing against the session: the next one uses it.
            _used = Environment.TickCount64;
            throw;
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
        if (_client is { IsConnected: true } open && (Environment.TickCount64 - _used < _trusted.TotalMilliseconds || await AnswersAsync(open, cancellationToken)))
        {
            return open;
        }

        Drop();
        var smtp = options.Value.Smtp;
        var client = _client = new SmtpClient { Timeout = AnswerMilliseconds };
        await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Security, cancellationToken);
        if (smtp.User.Length > 0)
        {
            await client.AuthenticateAsync(smtp.User, smtp.Password, cancellationToken);
        }

        return client;
    }

    // Servers close sessions that say nothing; that is found out before a message is risked.
    private static async Task<bool> AnswersAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.NoOpAsync(cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return false;
        }
    }

    // The message before has been taken; how the goodbye goes changes nothing.
    private async Task CloseAsync(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception fault) when (fault is IOException or MailKit.CommandException or MailKit.ProtocolException)
        {
            // Gone already.
        }

        Drop();
    }

    private void Drop()
    {
        _client?.Dispose();
        (_client, _sent) = (null, 0);
    }
}
