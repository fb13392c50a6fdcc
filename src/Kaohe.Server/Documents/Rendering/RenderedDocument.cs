using Kaohe.Server.Documents.Files;
using Kaohe.Server.Shell.Http;

namespace Kaohe.Server.Documents.Rendering;

/// <summary>The files of one version, written to the folder.</summary>
/// <param name="Word">The Word document.</param>
/// <param name="Pdf">The PDF; null without fonts.</param>
/// <param name="Pages">Pages of the PDF; 0 without one.</param>
/// <param name="Text">Plain text, to show what changed.</param>
/// <param name="Problems">What stands against signing and sending it; empty when nothing does.</param>
public sealed record RenderedDocument(StoredFile Word, StoredFile? Pdf, int Pages, string Text, IReadOnlyList<FieldProblem> Problems)
{
    /// <summary>The file that people read, sign and get: the PDF, else the Word document.</summary>
    public StoredFile Shown => Pdf ?? Word;
}
