using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Packages;

namespace Kaohe.Documents.Reading;

/// <summary>What stands in a Word file, without its looks: for reading reports that people write in a file of their own.</summary>
/// <param name="Paragraphs">Text of the paragraphs outside of tables, in order; empty ones left out.</param>
/// <param name="Rows">Rows of all tables, in order; a cell's paragraphs are joined by line feeds.</param>
public sealed record WordOutline(IReadOnlyList<string> Paragraphs, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Reads a .docx.</summary>
    /// <exception cref="DocumentRefusedException">The file is no Word document, broken, or dangerous to parse.</exception>
    public static WordOutline Read(byte[] docx)
    {
        DocxGuard.Check(docx);
        using var package = WordPackage.Read(docx);
        var body = package.MainDocumentPart!.Document!.Body!;
        return new WordOutline(
            [.. body.Descendants<Paragraph>().Where(paragraph => !paragraph.Ancestors<TableCell>().Any()).Select(TextOf).Where(text => text.Length > 0)],
            [.. body.Descendants<TableRow>().Select(row => (IReadOnlyList<string>)[.. row.Elements<TableCell>().Select(cell => string.Join('\n', cell.Elements<Paragraph>().Select(TextOf)).Trim())])]);
    }

    // Deleted text of tracked changes is another element, so it is not in here.
    private static string TextOf(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(one => one switch
    {
        Text text => text.Text,
        TabChar => "\t",
        Break => "\n",
        _ => "",
    })).Trim();
}
