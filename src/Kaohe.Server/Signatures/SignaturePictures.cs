using System.Security.Cryptography;
using Kaohe.Documents;
using Kaohe.Documents.Pictures;
using Kaohe.Office.People;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Signatures;

/// <summary>A picture on record, without its bytes.</summary>
/// <param name="At">When it was put in.</param>
/// <param name="ByName">Who put it in.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="RemovedAt">When it was taken back; null when it was not.</param>
public sealed record SignaturePictureLine(DateTimeOffset At, string ByName, string Sha256, DateTimeOffset? RemovedAt);

/// <summary>Keeps people's signatures. Only the person puts one in, sees it and takes it back; it gets onto a paper only by the person's own act of signing.</summary>
/// <param name="databases">Reads.</param>
/// <param name="lane">Writes.</param>
/// <param name="clock">Now.</param>
public sealed class SignaturePictures(IDbContextFactory<KaoheDb> databases, IWriteLane lane, TimeProvider clock)
{
    /// <summary>Puts in a picture; it takes the place of the former.</summary>
    /// <param name="actor">Whose it is.</param>
    /// <param name="file">The file as uploaded.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is wrong with it; none when it is kept.</returns>
    public async Task<IReadOnlyList<FieldProblem>> PutAsync(Actor actor, byte[] file, CancellationToken cancellationToken = default)
    {
        byte[] png;
        try
        {
            png = SignaturePicture.Prepare(file);
        }
        catch (DocumentRefusedException refused)
        {
            return [.. refused.Problems.Select(problem => new FieldProblem("file", problem.Message, problem.Code))];
        }

        var row = new SignaturePictureRow { PersonId = actor.Id, ByName = actor.Name, At = clock.GetUtcNow(), Png = png, Sha256 = Convert.ToHexStringLower(SHA256.HashData(png)) };
        return await lane.RunAsync<IReadOnlyList<FieldProblem>>(
            (db, _) =>
            {
                db.SignaturePictures.Add(new SignaturePictureRow { PersonId = row.PersonId, ByName = row.ByName, At = row.At, Png = row.Png, Sha256 = row.Sha256 });
                return Task.FromResult<IReadOnlyList<FieldProblem>>([]);
            },
            cancellationToken);
    }

    /// <summary>Takes the picture back; papers that carry it keep it.</summary>
    /// <param name="actor">Whose it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task RemoveAsync(Actor actor, CancellationToken cancellationToken = default) => lane.RunAsync(
        async (db, cancel) =>
        {
            var now = clock.GetUtcNow();
            foreach (var row in await db.SignaturePictures.Where(one => one.PersonId == actor.Id && one.RemovedAt == null).ToListAsync(cancel))
            {
                row.RemovedAt = now;
            }

            return true;
        },
        cancellationToken);

    /// <summary>The picture in force; null when the person has none.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<byte[]?> FindAsync(string personId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.SignaturePictures.Where(one => one.PersonId == personId && one.RemovedAt == null).OrderByDescending(one => one.Id).Select(one => one.Png).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Everything the person put in and took back, the newest first.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<SignaturePictureLine>> HistoryAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.SignaturePictures.Where(one => one.PersonId == actor.Id).OrderByDescending(one => one.Id).Take(100)
            .Select(one => new SignaturePictureLine(one.At, one.ByName, one.Sha256, one.RemovedAt)).ToListAsync(cancellationToken);
    }
}
