using Kaohe.Storage;
using Kaohe.Storage.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>Whose mails come back.</summary>
/// <param name="databases">Contexts.</param>
public sealed class MailBounces(IDbContextFactory<KaoheDb> databases)
{
    /// <summary>The last mail to a person's present address that came back; null when none did, or the address was changed since.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="address">Address on record.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<MailBounce?> FindAsync(string personId, string? address, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(address))
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Mails.AsNoTracking().Where(mail => mail.PersonId == personId && mail.Address == address && mail.BouncedAt != null)
            .OrderByDescending(mail => mail.CreatedAt).Select(mail => new MailBounce(mail.Subject, mail.BouncedAt!.Value, mail.Error ?? "")).FirstOrDefaultAsync(cancellationToken);
    }
}

/// <summary>A mail that came back.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="At">When it came back.</param>
/// <param name="Reason">Why.</param>
public sealed record MailBounce(string Subject, DateTimeOffset At, string Reason);
