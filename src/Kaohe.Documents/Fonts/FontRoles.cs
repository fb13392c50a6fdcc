namespace Kaohe.Documents.Fonts;

/// <summary>From the font names that Word files carry to the roles that we have faces for.</summary>
public static class FontRoles
{
    private static readonly Dictionary<string, FontRole> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["仿宋_GB2312"] = FontRole.FangSong,
        ["仿宋"] = FontRole.FangSong,
        ["FangSong"] = FontRole.FangSong,
        ["FangSong_GB2312"] = FontRole.FangSong,
        ["方正仿宋_GBK"] = FontRole.FangSong,
        ["方正仿宋_GB2312"] = FontRole.FangSong,
        ["华文仿宋"] = FontRole.FangSong,
        ["STFangsong"] = FontRole.FangSong,
        ["楷体_GB2312"] = FontRole.Kai,
        ["楷体"] = FontRole.Kai,
        ["KaiTi"] = FontRole.Kai,
        ["KaiTi_GB2312"] = FontRole.Kai,
        ["方正楷体_GBK"] = FontRole.Kai,
        ["方正楷体_GB2312"] = FontRole.Kai,
        ["华文楷体"] = FontRole.Kai,
        ["STKaiti"] = FontRole.Kai,
        ["黑体"] = FontRole.Hei,
        ["SimHei"] = FontRole.Hei,
        ["方正黑体_GBK"] = FontRole.Hei,
        ["Arial"] = FontRole.Hei,
        ["方正小标宋简体"] = FontRole.XiaoBiaoSong,
        ["方正小标宋_GBK"] = FontRole.XiaoBiaoSong,
        ["小标宋体"] = FontRole.XiaoBiaoSong,
        ["宋体"] = FontRole.Song,
        ["SimSun"] = FontRole.Song,
        ["方正书宋_GBK"] = FontRole.Song,
        ["Times New Roman"] = FontRole.Song,
    };

    /// <summary>The role of a Word font name, or null when it is outside the set of official documents.</summary>
    public static FontRole? Of(string name) => Names.TryGetValue(name, out var role) ? role : null;

    /// <summary>The Chinese name of a role, for messages.</summary>
    public static string Label(FontRole role) => role switch
    {
        FontRole.FangSong => "仿宋",
        FontRole.Kai => "楷体",
        FontRole.Hei => "黑体",
        FontRole.XiaoBiaoSong => "小标宋",
        _ => "宋体",
    };
}
