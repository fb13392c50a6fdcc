using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Forms;

/// <summary>The table of designed forms.</summary>
public static class FormTables
{
    extension(KaoheDb db)
    {
        /// <summary>Versions of forms.</summary>
        public DbSet<FormRow> Forms => db.Set<FormRow>();

        /// <summary>The version of a form that is in force.</summary>
        /// <param name="formId">The form.</param>
        /// <param name="cancellationToken">Gives up.</param>
        /// <returns>None when no version is published.</returns>
        public Task<FormRow?> PublishedFormAsync(string formId, CancellationToken cancellationToken) => db.Forms.AsNoTracking()
            .Where(form => form.FormId == formId && form.State == FormState.Published)
            .OrderByDescending(form => form.Version)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
