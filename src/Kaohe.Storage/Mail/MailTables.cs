using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Mail;

/// <summary>The tables of mails.</summary>
public static class MailTables
{
    extension(KaoheDb db)
    {
        /// <summary>Mails.</summary>
        public DbSet<MailRow> Mails => db.Set<MailRow>();

        /// <summary>Mails that were read from the mailbox.</summary>
        public DbSet<ReceivedMailRow> ReceivedMails => db.Set<ReceivedMailRow>();

        /// <summary>Tokens that went out in mails.</summary>
        public DbSet<MailTokenRow> MailTokens => db.Set<MailTokenRow>();
    }
}
