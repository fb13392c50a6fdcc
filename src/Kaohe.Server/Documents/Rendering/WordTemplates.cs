using System.Collections.Concurrent;
using Kaohe.Documents.Packages;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Storage.Outbox;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Documents.Rendering;

/// <summary>The office's Word templates, checked once for each state of the file.</summary>
/// <param name="options">Where they lie.</param>
public sealed class WordTemplates(IOptions<DocumentOptions> options)
{
    private readonly ConcurrentDictionary<(string Path, DateTime Changed), byte[]> _read = new();

    /// <summary>Names of all templates.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. Directory.EnumerateFiles(Folder, "*.docx").Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .Where(name => !name.StartsWith('~')).Order(StringComparer.Ordinal),
    ];

    private string Folder => ProductFolders.Product(options.Value.Templates);

    /// <summary>A template's bytes.</summary>
    /// <param name="name">Name without extension.</param>
    /// <exception cref="UndeliverableException">There is no such template.</exception>
    public byte[] Read(string name)
    {
        var path = Path.Combine(Folder, name + ".docx");
        if (name.AsSpan().IndexOfAny('/', '\\') >= 0 || !File.Exists(path))
        {
            throw new UndeliverableException($"没有公文模板“{name}”（templates/word），请在流程中改选，或放入同名模板后重新投递。");
        }

        return _read.GetOrAdd((path, File.GetLastWriteTimeUtc(path)), static key =>
        {
            using var stream = File.OpenRead(key.Path);
            return DocxGuard.Read(stream);
        });
    }
}
