using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MakeTemplates.Layout;

/// <summary>The named styles of an official document; the office finds them in Word's style list under 公文….</summary>
internal static class OfficialStyles
{
    public const string Normal = "a";
    public const string Body = "gwZW";
    public const string Addressee = "gwZS";
    public const string Title = "gwBT";
    public const string Heading1 = "gwH1";
    public const string Heading2 = "gwH2";
    public const string Mark = "gwHT";
    public const string Number = "gwZH";
    public const string Attachment = "gwFJ";
    public const string Signature = "gwLK";
    public const string Note = "gwFZ";
    public const string TableText = "gwTb";
    public const string TableHead = "gwTh";
    public const string Caption = "gwTc";
    public const string Imprint = "gwBJ";
    public const string Check = "gwHY";
    public const string Anchor = "gwMD";
    public const string PageNumber = "gwYM";

    public static Styles Create()
    {
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(Gb.FangSong),
                new Spacing { Val = Gb.Tracking },
                new Kern { Val = 2U },
                new FontSize { Val = "32" },
                new FontSizeComplexScript { Val = "32" },
                new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()));
        styles.Append(
            Style(Normal, "Normal", null, Gb.FangSong, Gb.Size3, new WidowControl { Val = false }, new Kinsoku(), new OverflowPunctuation { Val = false }, new AutoSpaceDE { Val = false }, new AutoSpaceDN { Val = false }, Exact(Gb.LinePitch), Align(JustificationValues.Both)),
            Style(Body, "公文正文", Normal, Gb.FangSong, Gb.Size3, new Indentation { FirstLineChars = 200, FirstLine = "632" }),
            Style(Addressee, "公文主送机关", Normal, Gb.FangSong, Gb.Size3),
            Style(Title, "公文标题", Normal, Gb.XiaoBiaoSong, Gb.Size2, new KeepNext(), new KeepLines(), new SnapToGrid { Val = false }, Exact("660"), Align(JustificationValues.Center)),
            Style(Heading1, "公文一级标题", Body, Gb.Hei, Gb.Size3, new KeepNext(), new OutlineLevel { Val = 0 }),
            Style(Heading2, "公文二级标题", Body, Gb.Kai, Gb.Size3, new KeepNext(), new OutlineLevel { Val = 1 }),
            Style(Number, "公文发文字号", Normal, Gb.FangSong, Gb.Size3, new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Color = Gb.Red, Size = 12, Space = 5 }), Exact(Gb.LinePitch, "1158"), Align(JustificationValues.Center)),
            Style(Attachment, "公文附件说明", Normal, Gb.FangSong, Gb.Size3, new Indentation { LeftChars = 500, Left = "1575", HangingChars = 300, Hanging = "945" }),
            Style(Signature, "公文落款", Normal, Gb.FangSong, Gb.Size3, new KeepNext(), new KeepLines(), Align(JustificationValues.Right)),
            Style(Note, "公文附注", Normal, Gb.FangSong, Gb.Size3, new Indentation { FirstLineChars = 200, FirstLine = "632" }),
            Style(TableText, "公文表格", Normal, Gb.FangSong, Gb.SizeSmall4, new SnapToGrid { Val = false }, Exact("360"), Align(JustificationValues.Left)),
            Style(TableHead, "公文表头", TableText, Gb.Hei, Gb.SizeSmall4, Align(JustificationValues.Center)),
            Style(Caption, "公文表题", Normal, Gb.Hei, Gb.Size4, new KeepNext(), Align(JustificationValues.Center)),
            Style(Imprint, "公文版记", Normal, Gb.FangSong, Gb.Size4, new SnapToGrid { Val = false }, Exact("480"), Align(JustificationValues.Left)),
            Style(Check, "公文核验", Normal, Gb.Kai, Gb.Size5, new SnapToGrid { Val = false }, AtLeast("320"), Align(JustificationValues.Left)),
            Style(PageNumber, "公文页码", Normal, Gb.Song, Gb.Size4, new SnapToGrid { Val = false }, Exact("280"), new Indentation { LeftChars = 100, Left = "280", RightChars = 100, Right = "280" }),
            Style(Anchor, "公文锚点", Normal, Gb.FangSong, 2, new SnapToGrid { Val = false }, Exact("20")),
            MarkStyle());
        return styles;
    }

    /// <summary>Names fit on one line by narrowing the letters to 75 %, as printers of red heads do; the size stays impressive.</summary>
    private static Style MarkStyle()
    {
        var style = Style(Mark, "公文发文机关标志", Normal, Gb.XiaoBiaoSong, 68, new SnapToGrid { Val = false }, Exact("680", Gb.MarkBefore), Align(JustificationValues.Center));
        var run = style.StyleRunProperties!;
        run.Color = new Color { Val = Gb.Red };
        run.Spacing = new Spacing { Val = 0 };
        run.CharacterScale = new CharacterScale { Val = 75 };
        return style;
    }

    private static Style Style(string id, string name, string? basedOn, string font, int halfPoints, params OpenXmlElement[] paragraph)
    {
        var size = halfPoints.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var run = new StyleRunProperties { RunFonts = Fonts(font), FontSize = new FontSize { Val = size }, FontSizeComplexScript = new FontSizeComplexScript { Val = size } };
        if (halfPoints != Gb.Size3)
        {
            run.Spacing = new Spacing { Val = 0 };
        }

        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = basedOn is null ? true : null, CustomStyle = basedOn is null ? null : true };
        style.Append(new StyleName { Val = name });
        if (basedOn is not null)
        {
            style.Append(new BasedOn { Val = basedOn });
        }

        style.Append(new PrimaryStyle(), new StyleParagraphProperties(paragraph), run);
        return style;
    }

    private static RunFonts Fonts(string font) => new() { Ascii = font, HighAnsi = font, EastAsia = font, ComplexScript = "Times New Roman" };

    private static SpacingBetweenLines Exact(string line, string? before = null) => before is null
        ? new() { Line = line, LineRule = LineSpacingRuleValues.Exact }
        : new() { Before = before, Line = line, LineRule = LineSpacingRuleValues.Exact };

    /// <summary>For lines that hold a picture: Word cuts pictures off at an exact line height.</summary>
    private static SpacingBetweenLines AtLeast(string line) => new() { Line = line, LineRule = LineSpacingRuleValues.AtLeast };

    private static Justification Align(JustificationValues value) => new() { Val = value };
}
