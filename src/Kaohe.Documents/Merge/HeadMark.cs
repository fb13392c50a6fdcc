using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kaohe.Documents.Merge;

/// <summary>
/// Keeps the 发文机关标志 on one line: GB/T 9704-2012, 7.2.4 leaves its size free as long as it stays inside the text area. A long name is narrowed like printers
/// do, and only past that made smaller.
/// </summary>
internal static class HeadMark
{
    private const string Field = "发文机关标志";
    private const double AreaWidth = 442;
    private const double Size = 34;
    private const int Usual = 75;
    private const int Narrowest = 60;

    public static bool IsMark(Placeholder field) => field.Name == Field;

    public static void Fit(Paragraph paragraph)
    {
        var characters = ParagraphText.Of(paragraph).EnumerateRunes().Sum(rune => rune.Value < 0x2000 ? 0.5 : 1);
        var scale = (int)Math.Floor(AreaWidth / (Math.Max(characters, 1) * Size) * 100);
        if (scale >= Usual)
        {
            return;
        }

        foreach (var run in paragraph.Descendants<Run>())
        {
            run.RunProperties ??= new RunProperties();
            run.RunProperties.CharacterScale = new CharacterScale { Val = Math.Max(scale, Narrowest) };
            if (scale < Narrowest)
            {
                var half = ((int)Math.Floor(AreaWidth / (characters * Narrowest / 100.0) * 2)).ToString(CultureInfo.InvariantCulture);
                run.RunProperties.FontSize = new FontSize { Val = half };
                run.RunProperties.FontSizeComplexScript = new FontSizeComplexScript { Val = half };
            }
        }
    }
}
