using System.Globalization;
using System.Text;
using Kaohe.Documents.Fonts;

namespace Kaohe.Documents.Pdf.Writing;

/// <summary>Gathers the pages of one PDF and writes the file: subset fonts, exact text, tagged structure, PDF/A-2b metadata.</summary>
internal sealed class PdfDocumentWriter
{
    private readonly List<PdfCanvas> _pages = [];
    private readonly Dictionary<TrueTypeFont, PdfFontUse> _fonts = [];
    private readonly Dictionary<PdfPicture, int> _pictures = new(ReferenceEqualityComparer.Instance);

    /// <summary>The root of the tagged structure.</summary>
    public StructureElement Structure { get; } = new("Document", null);

    public PdfCanvas AddPage(double width, double height)
    {
        var page = new PdfCanvas(this, _pages.Count, width, height);
        _pages.Add(page);
        return page;
    }

    public PdfFontUse Use(TrueTypeFont font) => _fonts.TryGetValue(font, out var use) ? use : _fonts[font] = new PdfFontUse(font, _fonts.Count);

    public int Use(PdfPicture picture) => _pictures.TryGetValue(picture, out var number) ? number : _pictures[picture] = _pictures.Count;

    public byte[] Save(PdfInfo info)
    {
        var objects = new PdfObjects();
        var catalog = objects.Reserve();
        var tree = objects.Reserve();
        var fonts = string.Concat(_fonts.Values.Select(use => $"/{use.Resource} {use.Write(objects)} 0 R "));
        var pictures = _pictures.ToDictionary(pair => pair.Value, pair => Write(objects, pair.Key));
        var multiply = objects.Add("<< /Type /ExtGState /BM /Multiply >>");
        var pages = _pages.ConvertAll(_ => objects.Reserve());
        for (var i = 0; i < pages.Count; i++)
        {
            var page = _pages[i];
            var content = objects.AddStream("", PdfSyntax.Bytes(page.Content));
            var used = string.Concat(page.Pictures.Select(number => $"/P{number} {pictures[number]} 0 R "));
            objects.Set(pages[i], $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfSyntax.Number(page.Width)} {PdfSyntax.Number(page.Height)}] /Contents {content} 0 R /StructParents {i} /Tabs /S /Group << /S /Transparency /CS /DeviceRGB >> /Resources << /Font << {fonts}>> /XObject << {used}>> /ExtGState << /Multiply {multiply} 0 R >> >> >>");
        }

        objects.Set(tree, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(page => page + " 0 R"))}] >>");
        var structure = new StructureWriter(objects, pages, _pages).Write(Structure);
        var metadata = objects.AddReady("/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(Xmp.Of(info)));
        var profile = objects.AddReady($"/N 3 /Filter /FlateDecode", SrgbProfile.Deflated);
        var intent = objects.Add($"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile {profile} 0 R >>");
        var date = PdfSyntax.Date(info.Created);
        var document = objects.Add($"<< /Title {PdfSyntax.Text(info.Title)} /Author {PdfSyntax.Text(info.Author)} /CreationDate {date} /ModDate {date} >>");
        objects.Set(catalog, $"<< /Type /Catalog /Pages {tree} 0 R /Lang (zh-CN) /MarkInfo << /Marked true >> /StructTreeRoot {structure} 0 R /Metadata {metadata} 0 R /OutputIntents [{intent} 0 R] /ViewerPreferences << /DisplayDocTitle true >> >>");
        return objects.Save(catalog, document);
    }

    private static int Write(PdfObjects objects, PdfPicture picture)
    {
        var mask = picture.Alpha is null ? "" : string.Create(CultureInfo.InvariantCulture, $" /SMask {objects.AddReady(picture.AlphaDictionary!, picture.Alpha)} 0 R");
        return objects.AddReady(picture.Dictionary + mask, picture.Data);
    }
}
