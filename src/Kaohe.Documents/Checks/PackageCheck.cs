using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Kaohe.Documents.Checks;

/// <summary>Finds what a template must not bring along: programs, and content fetched from elsewhere when the file is opened.</summary>
internal static class PackageCheck
{
    private static readonly string[] Programs = ["vbaProject", "vbaData", "activeX", "control", "oleObject", "package", "attachedToolbars", "keyMapCustomizations"];

    public static List<DocumentProblem> Check(WordprocessingDocument document)
    {
        var problems = new List<DocumentProblem>();
        if (document.DocumentType != WordprocessingDocumentType.Document)
        {
            problems.Add(new(ProblemCodes.ActiveContent, "", "这是启用宏的文档或 Word 模板文件，请另存为普通的 .docx 再上传。"));
        }

        var seen = new HashSet<OpenXmlPart>();
        Visit(document, seen, problems);
        return [.. problems.Distinct()];
    }

    private static void Visit(OpenXmlPartContainer container, HashSet<OpenXmlPart> seen, List<DocumentProblem> problems)
    {
        foreach (var external in container.ExternalRelationships)
        {
            var kind = Kind(external.RelationshipType);
            problems.Add(new(ProblemCodes.ExternalContent, "", kind switch
            {
                "attachedTemplate" => $"文档引用了远程模板 {external.Uri}，请在“开发工具—文档模板”中改为 Normal。",
                "image" => $"文档引用了外部图片 {external.Uri}，请把图片插入到文档中。",
                _ => $"文档引用了外部内容 {external.Uri}（{kind}），请删除。",
            }));
        }

        foreach (var (_, part) in container.Parts.Select(pair => (pair.RelationshipId, pair.OpenXmlPart)))
        {
            if (seen.Add(part))
            {
                if (Programs.Contains(Kind(part.RelationshipType)))
                {
                    problems.Add(new(ProblemCodes.ActiveContent, "", "文档含有宏、控件或嵌入的程序对象，请删除后再上传。"));
                }

                Visit(part, seen, problems);
            }
        }
    }

    private static string Kind(string relationshipType) => relationshipType[(relationshipType.LastIndexOf('/') + 1)..];
}
