using MimeKit;
using MimeKit.Cryptography;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>What the site's own receiving server found out about the sender.</summary>
public enum SenderVerdict
{
    /// <summary>Nothing that we may believe.</summary>
    Unknown,

    /// <summary>DKIM, SPF or DMARC passed, for the domain of the From address.</summary>
    Passed,

    /// <summary>It says that the mail is forged.</summary>
    Failed,
}

/// <summary>
/// Reads <c>Authentication-Results</c> (RFC 8601). Only the topmost one that bears the name of the site's own server counts: servers put theirs on top, and
/// anybody can write one further down.
/// </summary>
public static class SenderAuthentication
{
    /// <summary>What the server found.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="trustedServer">Name of the server; empty: nothing is believed.</param>
    public static SenderVerdict Of(MimeMessage message, string trustedServer)
    {
        if (trustedServer.Length == 0 || message.From.Mailboxes.ToList() is not [var from] || ResultsOf(message, trustedServer) is not { } results)
        {
            return SenderVerdict.Unknown;
        }

        if (results.Exists(result => Is(result, "dmarc", "fail")))
        {
            return SenderVerdict.Failed;
        }

        if (results.Exists(result => Is(result, "dmarc", "pass") || (Is(result, "dkim", "pass") && Names(result, from.Domain, "d", "i")) || (Is(result, "spf", "pass") && Names(result, from.Domain, "mailfrom"))))
        {
            return SenderVerdict.Passed;
        }

        return results.Exists(result => Is(result, "spf", "fail") || Is(result, "dkim", "fail")) ? SenderVerdict.Failed : SenderVerdict.Unknown;
    }

    private static List<AuthenticationMethodResult>? ResultsOf(MimeMessage message, string trustedServer)
    {
        foreach (var header in message.Headers.Where(header => header.Id == HeaderId.AuthenticationResults))
        {
            if (AuthenticationResults.TryParse(header.RawValue, out var parsed) && string.Equals(parsed.AuthenticationServiceIdentifier, trustedServer, StringComparison.OrdinalIgnoreCase))
            {
                return [.. parsed.Results];
            }
        }

        return null;
    }

    private static bool Is(AuthenticationMethodResult result, string method, string outcome) =>
        result.Method.Equals(method, StringComparison.OrdinalIgnoreCase) && result.Result.Equals(outcome, StringComparison.OrdinalIgnoreCase);

    // The domain that passed must be the one that people see, or above it.
    private static bool Names(AuthenticationMethodResult result, string domain, params string[] properties) => result.Properties.Any(property =>
        properties.Contains(property.Property, StringComparer.OrdinalIgnoreCase)
        && property.Value[(property.Value.LastIndexOf('@') + 1)..] is { Length: > 0 } passed
        && (domain.Equals(passed, StringComparison.OrdinalIgnoreCase) || (passed.Contains('.', StringComparison.Ordinal) && domain.EndsWith("." + passed, StringComparison.OrdinalIgnoreCase))));
}
