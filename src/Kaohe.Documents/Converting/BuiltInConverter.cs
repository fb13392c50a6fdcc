using Kaohe.Documents.Fonts;

namespace Kaohe.Documents.Converting;

/// <summary><c>BuiltIn</c>: our own layout, in process. Deterministic, and it says what it cannot show.</summary>
public sealed class BuiltInConverter(FontLibrary fonts) : IPdfConverter
{
    /// <inheritdoc/>
    public Task<PdfResult> ConvertAsync(byte[] docx, PdfDetails details, CancellationToken cancellationToken) =>
        Task.FromResult(WordToPdf.Convert(docx, new PdfOptions(fonts, details.Created) { Title = details.Title, Author = details.Author }));
}
