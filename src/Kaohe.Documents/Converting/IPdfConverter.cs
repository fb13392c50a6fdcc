namespace Kaohe.Documents.Converting;

/// <summary>Turns Word documents into PDF, by the site's choice (<c>Documents:Converter</c>).</summary>
public interface IPdfConverter
{
    /// <summary>Converts one document that we made or checked.</summary>
    /// <exception cref="DocumentRefusedException">It cannot be converted.</exception>
    Task<PdfResult> ConvertAsync(byte[] docx, PdfDetails details, CancellationToken cancellationToken);
}

/// <summary>What the PDF says about itself.</summary>
/// <param name="Title">Of the document.</param>
/// <param name="Author">The issuing office.</param>
/// <param name="Created">As a rule the moment of the sign-off.</param>
public sealed record PdfDetails(string Title, string Author, DateTimeOffset Created);
