using Kaohe.Documents;
using Kaohe.Documents.Fonts;
using Kaohe.Server.Shell.Hosting;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Documents.Rendering;

/// <summary>The site's fonts, opened once when they are first needed. Without them documents are Word only.</summary>
/// <param name="options">Where they lie.</param>
/// <param name="logger">Says why there are none.</param>
public sealed class SiteFonts(IOptions<DocumentOptions> options, ILogger<SiteFonts> logger) : IDisposable
{
    private readonly Lock _gate = new();
    private FontLibrary? _library;

    /// <summary>The fonts; null while <c>scripts/setup-fonts.sh</c> has not been run.</summary>
    public FontLibrary? Find()
    {
        lock (_gate)
        {
            return _library ??= Load();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _library?.Dispose();

    private FontLibrary? Load()
    {
        var folder = ProductFolders.Product(options.Value.Fonts);
        if (!Directory.Exists(folder))
        {
            return null;
        }

        try
        {
            return FontLibrary.Load(folder);
        }
        catch (DocumentRefusedException refused)
        {
            logger.LogWarning(refused, "The fonts in {Folder} cannot be used; documents are Word only.", folder);
            return null;
        }
    }
}
