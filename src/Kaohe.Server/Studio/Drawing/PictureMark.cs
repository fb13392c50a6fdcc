namespace Kaohe.Server.Studio.Drawing;

/// <summary>How an activity is marked in a picture of its flow.</summary>
/// <param name="Class">CSS class.</param>
/// <param name="Word">Word over it; null for none.</param>
public sealed record PictureMark(string Class, string? Word)
{
    /// <summary>Not marked.</summary>
    public static readonly PictureMark None = new("", null);

    /// <summary>Only in the newer version.</summary>
    public static readonly PictureMark Added = new("added", "增加");

    /// <summary>Only in the older version.</summary>
    public static readonly PictureMark Removed = new("removed", "删除");

    /// <summary>Not the same in both versions.</summary>
    public static readonly PictureMark Changed = new("changed", "修改");

    /// <summary>Nothing ever comes here.</summary>
    public static readonly PictureMark Unreached = new("removed", "走不到");
}
