using System.Collections.Concurrent;
using Kaohe.Documents.Packages;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Documents.Rendering;

/// <summary>The Word templates: those in the folder, and in their place what the office has uploaded (the highest version). Checked once for each file.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="files">Bytes of uploaded versions.</param>
/// <param name="options">Where the shipped ones lie.</param>
public sealed class WordTemplates(IDbContextFactory<KaoheDb> databases, DocumentFiles files, IOptions<DocumentOptions> options)
{
    private readonly ConcurrentDictionary<(string Path, DateTime Changed), byte[]> _shipped = new();
    private readonly ConcurrentDictionary<string, byte[]> _uploaded = new(StringComparer.Ordinal);

    /// <summary>Names of all templates.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. Directory.EnumerateFiles(Folder, "*.docx").Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .Where(name => !name.StartsWith('~')).Order(StringComparer.Ordinal),
    ];

    private string Folder => ProductFolders.Product(options.Value.Templates);

    /// <summary>The version in force.</summary>
    /// <param name="name">Name without extension.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UndeliverableException">There is no such template.</exception>
    public async Task<byte[]> ReadAsync(string name, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var hash = await db.WordTemplates.AsNoTracking().Where(row => row.Name == name).OrderByDescending(row => row.Number).Select(row => row.Sha256).FirstOrDefaultAsync(cancellationToken);
        return hash is null ? ReadShipped(name) : await ReadUploadedAsync(hash, cancellationToken);
    }

    /// <summary>The bytes of an uploaded version.</summary>
    /// <param name="sha256">Its hash.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<byte[]> ReadUploadedAsync(string sha256, CancellationToken cancellationToken = default)
    {
        if (_uploaded.TryGetValue(sha256, out var known))
        {
            return known;
        }

        using var stream = new MemoryStream(await files.ReadAsync(sha256, cancellationToken), writable: false);
        return _uploaded.GetOrAdd(sha256, DocxGuard.Read(stream));
    }

    /// <summary>The template as the product shipped it.</summary>
    /// <param name="name">Name without extension.</param>
    /// <exception cref="UndeliverableException">There is no such template.</exception>
    public byte[] ReadShipped(string name)
    {
        var path = Path.Combine(Folder, name + ".docx");
        if (name.AsSpan().IndexOfAny('/', '\\') >= 0 || !File.Exists(path))
        {
            throw new UndeliverableException($"没有公文模板“{name}”（templates/word），请在流程中改选，或放入同名模板后重新投递。");
        }

        return _shipped.GetOrAdd((path, File.GetLastWriteTimeUtc(path)), static key =>
        {
            using var stream = File.OpenRead(key.Path);
            return DocxGuard.Read(stream);
        });
    }
}
