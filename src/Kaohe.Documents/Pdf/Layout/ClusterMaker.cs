using System.Text;
using Kaohe.Documents.Fonts;
using Kaohe.Documents.Pdf.Model;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>Turns a paragraph's pieces into measured clusters, each character with the first face of its chain that holds it.</summary>
internal sealed class ClusterMaker(FontLibrary fonts, ConversionNotes notes)
{
    /// <summary>〓, the printer's sign for a character that is not in the case.</summary>
    private const int Geta = 0x3013;

    public List<Cluster> Make(IReadOnlyList<Inline> inlines)
    {
        var clusters = new List<Cluster>();
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextInline text:
                    foreach (var rune in text.Text.EnumerateRunes())
                    {
                        clusters.Add(Character(rune, text.Format));
                    }

                    break;
                case TabInline tab:
                    clusters.Add(new(ClusterKind.Tab, '\t', null, 0, tab.Format, null));
                    break;
                case PictureInline picture:
                    clusters.Add(new(ClusterKind.Picture, 0x4E00, null, picture.Width, null, picture));
                    break;
                case BreakInline:
                    clusters.Add(new(ClusterKind.Break, '\n', null, 0, null, null));
                    break;
                case PageBreakInline:
                    clusters.Add(new(ClusterKind.PageBreak, '\f', null, 0, null, null));
                    break;
                default:
                    break;
            }
        }

        return clusters;
    }

    private Cluster Character(Rune rune, TextFormat format)
    {
        var role = Kinsoku.IsChinese(rune.Value) ? format.EastAsian : format.Latin;
        var glyph = fonts.Find(role, rune.Value);
        if (glyph.Glyph == 0)
        {
            notes.MissingGlyph(rune.Value, role);
            glyph = fonts.Find(FontRole.Song, Geta);
        }

        return new(ClusterKind.Character, rune.Value, glyph, (glyph.Advance * format.Ink.Size * format.Ink.Scale) + format.Tracking, format, null);
    }
}
