namespace MakeTemplates.Layout;

/// <summary>GB/T 9704-2012 in Word's units: twips (1/20 pt), half points for type sizes, eighths of a point for rules.</summary>
internal static class Gb
{
    // 5.1, 5.2: A4, top 37 mm, binding edge 28 mm, text area 156 mm × 225 mm.
    public const int PageWidth = 11906;
    public const int PageHeight = 16838;
    public const int Top = 2098;
    public const int Bottom = 1984;
    public const int Left = 1588;
    public const int Right = 1474;
    public const int AreaWidth = 8844;

    // 5.2.3: 22 lines of 28 characters. 28 × 16 pt is wider than 156 mm, hence a tracking of −0.25 pt.
    public const string LinePitch = "579";
    public const int Tracking = -5;

    // 7.2.4: the issuer's mark starts 35 mm below the top of the text area.
    public const string MarkBefore = "1985";
    public const string Red = "E60012";

    // 7.5: the page number's dashes stand 7 mm under the text area.
    public const uint FooterFromBottom = 1417;

    public const string FangSong = "仿宋_GB2312";
    public const string Kai = "楷体_GB2312";
    public const string Hei = "黑体";
    public const string XiaoBiaoSong = "方正小标宋简体";
    public const string Song = "宋体";

    public const int Size2 = 44;
    public const int Size3 = 32;
    public const int Size4 = 28;
    public const int Size5 = 21;
    public const int SizeSmall4 = 24;
}
