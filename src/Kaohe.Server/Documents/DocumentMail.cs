using Kaohe.Office.People;
using Kaohe.Server.Mail;
using Kaohe.Storage.Documents;

namespace Kaohe.Server.Documents;

/// <summary>Mails about documents.</summary>
internal static class DocumentMail
{
    /// <summary>Tells a person about a document, with the file when the person may read it.</summary>
    public static MailLetter Of(DocumentRow row, string text, Person person) => new()
    {
        PersonId = person.Id,
        Name = person.Name,
        Address = person.Email,
        Subject = row.IsConfidential ? "您有一份公文需要处理" : text,
        Template = MailTemplates.Document,
        Model = new Dictionary<string, object?>
        {
            ["text"] = row.IsConfidential ? "您有一份公文需要处理，内容请登录后查看。" : text,
            ["title"] = row.IsConfidential ? null : row.Title,
            ["number"] = row.Number,
            ["path"] = row.State == Office.Documents.DocumentState.Signing ? $"/sign/{row.Id}" : $"/documents/{row.Id}",
            ["action"] = row.State == Office.Documents.DocumentState.Signing ? "打开签发" : "打开公文",
        },
        DocumentIds = row.IsConfidential ? [] : [row.Id],
        DocumentId = row.Id,
        UnitId = row.UnitId,
        CycleYear = row.CycleYear,
    };
}
