namespace Kaohe.Documents.Packages;

/// <summary>Bounds on what a .docx may hold before anything is parsed. The defaults leave a tenfold margin over real official documents.</summary>
public sealed record DocxLimits
{
    /// <summary>The bounds used when none are given.</summary>
    public static DocxLimits Default { get; } = new();

    /// <summary>Bytes of the file itself.</summary>
    public int FileBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Bytes of all parts unpacked; a zip bomb stops here.</summary>
    public long UnpackedBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>Bytes of one XML part unpacked.</summary>
    public long XmlPartBytes { get; init; } = 24L * 1024 * 1024;

    /// <summary>Parts in the package.</summary>
    public int Parts { get; init; } = 1_000;

    /// <summary>Nesting of XML elements; deeper input would exhaust the stack of a recursive reader.</summary>
    public int XmlDepth { get; init; } = 200;

    /// <summary>Width × height of one picture, in pixels.</summary>
    public long PicturePixels { get; init; } = 40_000_000;

    /// <summary>Pages of one PDF.</summary>
    public int Pages { get; init; } = 500;
}
