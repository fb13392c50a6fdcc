namespace Kaohe.Server.Mail;

/// <summary>Names of the templates under <c>templates/mail</c>; each is a .txt.liquid and a .html.liquid.</summary>
public static class MailTemplates
{
    /// <summary>Text in paragraphs, with links as they stand.</summary>
    public const string Plain = "plain";

    /// <summary>Something about a document: <c>text</c>, <c>title</c>, <c>number</c>, <c>path</c>, <c>action</c>.</summary>
    public const string Document = "document";

    /// <summary>Something about a task: <c>text</c>, <c>title</c>, <c>todo</c>, <c>due</c>, <c>by</c> (the same, sortable), <c>left</c>, <c>late</c>, <c>path</c>, <c>action</c>.</summary>
    public const string Task = "task";

    /// <summary>Several mails in one: <c>items</c>, each the model of its own template.</summary>
    public const string Digest = "digest";
}
