using DocumentFormat.OpenXml.Packaging;
using Kaohe.Documents.Checks;
using Kaohe.Documents.Fonts;
using Kaohe.Documents.Packages;
using Kaohe.Documents.Pdf.Layout;
using Kaohe.Documents.Pdf.Word;
using Kaohe.Documents.Templates;

namespace Kaohe.Documents;

/// <summary>Checks a Word template before the office may use it. Lists everything that is wrong at once; an empty list means it can be used.</summary>
public static class TemplateCheck
{
    /// <summary>Never throws for a bad file: what is wrong with it is the answer.</summary>
    /// <param name="docx">The uploaded file.</param>
    /// <param name="template">The fields it may use; null leaves field names unchecked.</param>
    /// <param name="fonts">The site's faces, to try the sample as PDF; null leaves that out.</param>
    /// <param name="limits">Bounds on the input.</param>
    public static IReadOnlyList<DocumentProblem> Check(Stream docx, TemplateInfo? template = null, FontLibrary? fonts = null, DocxLimits? limits = null)
    {
        limits ??= DocxLimits.Default;
        try
        {
            var bytes = DocxGuard.Read(docx, limits);
            var problems = Inspect(bytes, template, limits);
            return problems.Exists(problem => problem.IsBlocking) || template is null || fonts is null
                ? problems
                : [.. problems, .. Try(bytes, template, fonts, limits).Except(problems)];
        }
        catch (DocumentRefusedException refusal)
        {
            return refusal.Problems;
        }
    }

    private static List<DocumentProblem> Inspect(byte[] bytes, TemplateInfo? template, DocxLimits limits)
    {
        using var document = WordPackage.Read(bytes);
        var notes = new ConversionNotes();
        new WordReader(document.MainDocumentPart!, notes, limits).Read();
        return [.. PackageCheck.Check(document), .. Fields(document.MainDocumentPart!, template), .. notes.Problems];
    }

    private static IEnumerable<DocumentProblem> Fields(MainDocumentPart main, TemplateInfo? template)
    {
        var known = template?.Names().ToHashSet(StringComparer.Ordinal);
        return new FieldCheck("正文", known).Check(main.Document!)
            .Concat(main.HeaderParts.SelectMany(part => new FieldCheck("页眉", known).Check(part.Header!)))
            .Concat(main.FooterParts.SelectMany(part => new FieldCheck("页脚", known).Check(part.Footer!)));
    }

    /// <summary>Fills in the sample and makes the PDF, as the preview will.</summary>
    private static IReadOnlyList<DocumentProblem> Try(byte[] bytes, TemplateInfo template, FontLibrary fonts, DocxLimits limits)
    {
        var merged = WordTemplate.Merge(bytes, template.Sample());
        return WordToPdf.Convert(merged.Bytes, new PdfOptions(fonts, DateTimeOffset.UnixEpoch) { Limits = limits }).Problems;
    }
}
