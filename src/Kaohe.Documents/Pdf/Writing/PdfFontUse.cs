using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kaohe.Documents.Fonts;

namespace Kaohe.Documents.Pdf.Writing;

/// <summary>
/// One face as a document uses it. Every character gets a code of its own, also when two characters share a glyph: the text that a reader
/// copies or searches is then exactly the text that was written (目 never becomes the radical ⽬).
/// </summary>
internal sealed class PdfFontUse(TrueTypeFont font, int index)
{
    private readonly Dictionary<int, int> _codes = [];
    private readonly List<(int CodePoint, ushort Glyph)> _characters = [];

    /// <summary>Name in the page's resources.</summary>
    public string Resource { get; } = "F" + index.ToString(CultureInfo.InvariantCulture);

    public int Code(int codePoint, ushort glyph)
    {
        if (!_codes.TryGetValue(codePoint, out var code))
        {
            _characters.Add((codePoint, glyph));
            _codes[codePoint] = code = _characters.Count;
        }

        return code;
    }

    /// <summary>Writes the font with its subset and returns the object number.</summary>
    public int Write(PdfObjects objects)
    {
        var file = TrueTypeSubset.Build(font, [.. _characters.Select(c => c.Glyph)]);
        var name = Tag() + "+" + font.Name;
        var scale = 1000.0 / font.UnitsPerEm;
        var program = objects.AddStream($"/Length1 {file.Length}", file);
        var box = string.Join(' ', font.Box.Select(v => (int)(v * scale)));
        var descriptor = objects.Add($"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{box}] /ItalicAngle 0 /Ascent {(int)(font.Ascent * scale)} /Descent {(int)(font.Descent * scale)} /CapHeight 700 /StemV 80 /FontFile2 {program} 0 R >>");
        var widths = new StringBuilder();
        foreach (var (_, glyph) in _characters)
        {
            widths.Number(font.Advance(glyph) * 1000).Append(' ');
        }

        var descendant = objects.Add($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 1000 /CIDToGIDMap /Identity /W [1 [{widths}]] >>");
        var unicode = objects.AddStream("", PdfSyntax.Bytes(ToUnicode()));
        return objects.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    /// <summary>Six letters that name this subset, from its characters.</summary>
    private string Tag()
    {
        var hash = SHA256.HashData(Encoding.UTF32.GetBytes(string.Concat(_characters.Select(c => char.ConvertFromUtf32(c.CodePoint)))));
        return string.Concat(hash.Take(6).Select(b => (char)('A' + (b % 26))));
    }

    private string ToUnicode()
    {
        const int blockLimit = 100;
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        for (var start = 0; start < _characters.Count; start += blockLimit)
        {
            var count = Math.Min(blockLimit, _characters.Count - start);
            map.Append(CultureInfo.InvariantCulture, $"{count} beginbfchar\n");
            for (var i = start; i < start + count; i++)
            {
                var utf16 = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(_characters[i].CodePoint)));
                map.Append(CultureInfo.InvariantCulture, $"<{i + 1:X4}> <{utf16}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend").ToString();
    }
}
