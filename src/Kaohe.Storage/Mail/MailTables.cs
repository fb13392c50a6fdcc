using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Mail;

/// <summary>The table of mails.</summary>
public static class MailTables
{
    extension(KaoheDb db)
    {
        /// <summary>Mails.</summary>
        public DbSet<MailRow> Mails => db.Set<MailRow>();
    }
}
