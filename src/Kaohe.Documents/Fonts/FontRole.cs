namespace Kaohe.Documents.Fonts;

/// <summary>The typefaces of an official document (GB/T 9704-2012, 5.2.2 and 7).</summary>
public enum FontRole
{
    /// <summary>仿宋, body text.</summary>
    FangSong,

    /// <summary>楷体, second-level headings and names.</summary>
    Kai,

    /// <summary>黑体, first-level headings.</summary>
    Hei,

    /// <summary>小标宋, titles and the issuer's mark.</summary>
    XiaoBiaoSong,

    /// <summary>宋体, page numbers.</summary>
    Song,
}
