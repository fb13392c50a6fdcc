using System.Threading.Channels;
using Kaohe.Documents;
using Kaohe.Documents.Converting;
using Kaohe.Server.Shell.Hosting;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Documents.Rendering;

/// <summary>
/// Makes the PDF of a Word document the way the site chose (<c>Documents:Converter</c>). LibreOffice workers have a profile each, in a folder of this process:
/// two processes on one profile write nothing.
/// </summary>
public sealed class PdfMaker : IDisposable
{
    private const string FontConfiguration = "fonts.conf";
    private readonly DocumentOptions _options;
    private readonly SiteFonts _fonts;
    private readonly Channel<LibreOfficeConverter>? _idle;
    private readonly List<LibreOfficeConverter> _workers = [];
    private readonly string _folder;

    /// <summary>Sets the workers up, without starting anything.</summary>
    /// <param name="options">The site's choice.</param>
    /// <param name="fonts">Faces, for the built-in layout and for the check of characters.</param>
    /// <param name="folders">Where profiles lie.</param>
    /// <param name="clock">Measures time limits.</param>
    public PdfMaker(IOptions<DocumentOptions> options, SiteFonts fonts, ProductFolders folders, TimeProvider clock)
    {
        (_options, _fonts) = (options.Value, fonts);
        _folder = Path.Combine(folders.DataFolder("libreoffice"), Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (_options.Converter == DocumentConverter.LibreOffice)
        {
            _idle = Channel.CreateUnbounded<LibreOfficeConverter>();
            var settings = _options.LibreOffice;
            var faces = Path.Combine(ProductFolders.Product(_options.Fonts), FontConfiguration);
            for (var number = 1; number <= Math.Max(1, settings.Workers); number++)
            {
                var worker = new LibreOfficeConverter(
                    Path.Combine(_folder, $"worker-{number}"), File.Exists(faces) ? faces : null, clock, settings.Program, TimeSpan.FromSeconds(settings.TimeLimitSeconds));
                _workers.Add(worker);
                _idle.Writer.TryWrite(worker);
            }
        }
    }

    /// <summary>Whether a PDF can be made at all; without fonts the built-in layout makes none.</summary>
    public bool IsReady => _idle is not null || _fonts.Find() is not null;

    /// <summary>Whether a character of the text stands in none of the site's faces; false without fonts.</summary>
    /// <param name="text">The text.</param>
    public bool LacksFaceFor(string text) => _fonts.Find()?.Missing(text).Count > 0;

    /// <summary>Makes the PDF.</summary>
    /// <param name="word">A document that we made or checked.</param>
    /// <param name="details">What the PDF says about itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>None when no PDF can be made.</returns>
    /// <exception cref="DocumentRefusedException">It cannot be converted.</exception>
    public async Task<PdfResult?> MakeAsync(byte[] word, PdfDetails details, CancellationToken cancellationToken = default)
    {
        if (_idle is null)
        {
            return _fonts.Find() is { } library ? await new BuiltInConverter(library).ConvertAsync(word, details, cancellationToken) : null;
        }

        var worker = await _idle.Reader.ReadAsync(cancellationToken);
        try
        {
            var made = await worker.ConvertAsync(word, details, cancellationToken);
            return made with { Problems = [.. made.Problems, .. MissingCharacters(word)] };
        }
        finally
        {
            _idle.Writer.TryWrite(worker);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _workers.ForEach(worker => worker.Dispose());
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    // LibreOffice prints a box for a character that no face holds, and says nothing.
    private IEnumerable<DocumentProblem> MissingCharacters(byte[] word) => (_fonts.Find()?.Missing(WordText.Of(word)) ?? [])
        .Select(character => new DocumentProblem(ProblemCodes.MissingGlyph, "", $"字体中没有“{character}”字，请换用其他字，或者补充字体。"));
}
