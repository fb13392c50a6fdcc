using MudBlazor;

namespace Kaohe.Server.Shell.Layout;

/// <summary>MudBlazor's theme in the product's tokens; <c>wwwroot/css/tokens.css</c> holds the same values for our own styles.</summary>
public static class KaoheTheme
{
    private const string Ink = "#1f2328";
    private const string Blue = "#1f5fbf";
    private const string Red = "#b3261e";

    private static readonly string[] _fonts = ["-apple-system", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "sans-serif"];

    /// <summary>The one theme: light, flat, dense.</summary>
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = Blue,
            Secondary = Red,
            Tertiary = "#8250df",
            Info = Blue,
            Success = "#1a7f37",
            Warning = "#9a6700",
            Error = Red,
            Dark = Ink,
            TextPrimary = Ink,
            TextSecondary = "#59636e",
            TextDisabled = "#818b98",
            ActionDefault = "#59636e",
            Background = "#ffffff",
            BackgroundGray = "#f6f7f9",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = Ink,
            DrawerBackground = "#f6f7f9",
            DrawerText = Ink,
            LinesDefault = "#e3e6ea",
            LinesInputs = "#c9ced6",
            TableLines = "#e3e6ea",
            TableHover = "#f6f7f9",
            Divider = "#e3e6ea",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = MakeTypography(),
        Shadows = MakeShadows(),
        ZIndex = new ZIndex { Popover = 1500 },
    };

    private static Typography MakeTypography()
    {
        return new Typography
        {
            Default = new DefaultTypography { FontFamily = _fonts, FontSize = "1rem", LineHeight = "1.6", LetterSpacing = "normal" },
            H1 = Heading<H1Typography>("1.43rem"),
            H2 = Heading<H2Typography>("1.15rem"),
            H3 = Heading<H3Typography>("1rem"),
            H4 = Heading<H4Typography>("1rem"),
            H5 = Heading<H5Typography>("1rem"),
            H6 = Heading<H6Typography>("1.15rem"),
            Body1 = Text<Body1Typography>("1rem"),
            Body2 = Text<Body2Typography>("1rem"),
            Subtitle1 = Text<Subtitle1Typography>("1rem"),
            Subtitle2 = Text<Subtitle2Typography>("1rem"),
            Caption = Text<CaptionTypography>("0.86rem"),
            Button = new ButtonTypography { FontFamily = _fonts, FontSize = "1rem", FontWeight = "500", LineHeight = "1.6", LetterSpacing = "normal", TextTransform = "none" },
        };

        static T Heading<T>(string size)
            where T : BaseTypography, new() => new() { FontFamily = _fonts, FontSize = size, FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" };

        static T Text<T>(string size)
            where T : BaseTypography, new() => new() { FontFamily = _fonts, FontSize = size, FontWeight = "400", LineHeight = "1.6", LetterSpacing = "normal" };
    }

    // Flat but for dialogs (elevation 24 and up).
    private static Shadow MakeShadows() => new()
    {
        Elevation = [.. Enumerable.Range(0, 26).Select(level => level >= 24 ? "0 8px 32px rgba(31, 35, 40, 0.24)" : "none")],
    };
}
