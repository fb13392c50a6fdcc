using Kaohe.Documents.Fonts;
using Kaohe.Documents.Packages;

namespace Kaohe.Documents;

/// <summary>What a conversion to PDF needs besides the document.</summary>
/// <param name="Fonts">The site's faces; load once and share.</param>
/// <param name="Created">The moment written into the file, as a rule that of the sign-off. The same document and moment give the same bytes.</param>
public sealed record PdfOptions(FontLibrary Fonts, DateTimeOffset Created)
{
    /// <summary>Title of the document, shown by readers instead of the file name.</summary>
    public string Title { get; init; } = "";

    /// <summary>The issuing office.</summary>
    public string Author { get; init; } = "";

    /// <summary>Bounds on the input.</summary>
    public DocxLimits Limits { get; init; } = DocxLimits.Default;
}
