using Kaohe.Office.People;
using Kaohe.Storage.Databases;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.People;

/// <summary>The tables of what people hand over and sign with.</summary>
public static class PeopleTables
{
    extension(KaoheDb db)
    {
        /// <summary>Delegations.</summary>
        public DbSet<DelegationRow> Delegations => db.Set<DelegationRow>();

        /// <summary>Pictures of signatures.</summary>
        public DbSet<SignaturePictureRow> SignaturePictures => db.Set<SignaturePictureRow>();

        /// <summary>A person's delegations that have not ended, to check a new one against; keeps the turn to the end of the transaction.</summary>
        /// <param name="principalId">Who is away.</param>
        /// <param name="today">Today, office time.</param>
        /// <param name="cancellationToken">Gives up.</param>
        public async Task<DelegationBook> DelegationsOfAsync(string principalId, DateOnly today, CancellationToken cancellationToken)
        {
            await Turn.TakeAsync(db, $"delegations:{principalId}", cancellationToken);
            var rows = await db.Delegations.AsNoTracking()
                .Where(one => one.PrincipalId == principalId && one.RevokedAt == null && one.To >= today).ToListAsync(cancellationToken);
            return new DelegationBook([.. rows.Select(one => one.Value)]);
        }
    }
}
