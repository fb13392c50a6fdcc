using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Documents;

/// <summary>The tables of official documents.</summary>
public static class DocumentTables
{
    extension(KaoheDb db)
    {
        /// <summary>Documents.</summary>
        public DbSet<DocumentRow> Documents => db.Set<DocumentRow>();

        /// <summary>Units that get documents, with their receipts.</summary>
        public DbSet<DocumentRecipientRow> DocumentRecipients => db.Set<DocumentRecipientRow>();

        /// <summary>Histories.</summary>
        public DbSet<DocumentEventRow> DocumentEvents => db.Set<DocumentEventRow>();

        /// <summary>Files of versions.</summary>
        public DbSet<DocumentRenditionRow> DocumentRenditions => db.Set<DocumentRenditionRow>();

        /// <summary>Files by hash.</summary>
        public DbSet<DocumentFileRow> DocumentFiles => db.Set<DocumentFileRow>();

        /// <summary>Versions of Word templates.</summary>
        public DbSet<WordTemplateRow> WordTemplates => db.Set<WordTemplateRow>();

        /// <summary>Numbers by issuer and year.</summary>
        public DbSet<NumberSequenceRow> NumberSequences => db.Set<NumberSequenceRow>();
    }
}
