using System.Diagnostics;

namespace EndToEnd.Year;

/// <summary>The text of a PDF as another program (poppler) finds it.</summary>
internal static class PdfText
{
    /// <summary>The text without white space.</summary>
    public static async Task<string> ReadAsync(byte[] pdf, CancellationToken cancellationToken)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, pdf, cancellationToken);
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", path, "-"]) { RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
