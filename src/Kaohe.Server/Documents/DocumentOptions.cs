using Kaohe.Documents.Templates;

namespace Kaohe.Server.Documents;

/// <summary>What makes PDF files.</summary>
public enum DocumentConverter
{
    /// <summary>The product's own GB/T 9704 layout, in process.</summary>
    BuiltIn,

    /// <summary>LibreOffice on the same machine, for templates that need more.</summary>
    LibreOffice,
}

/// <summary>Settings under <c>Documents:LibreOffice</c>.</summary>
public sealed class LibreOfficeOptions
{
    /// <summary>The program, by name or path.</summary>
    public string Program { get; set; } = "soffice";

    /// <summary>How many convert at the same time; each has a profile of its own.</summary>
    public int Workers { get; set; } = 1;

    /// <summary>Seconds after which a conversion is ended.</summary>
    public int TimeLimitSeconds { get; set; } = 60;
}

/// <summary>Settings under <c>Documents</c>.</summary>
public sealed class DocumentOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Documents";

    /// <summary>What makes PDF files.</summary>
    public DocumentConverter Converter { get; set; } = DocumentConverter.BuiltIn;

    /// <summary>For <see cref="DocumentConverter.LibreOffice"/>.</summary>
    public LibreOfficeOptions LibreOffice { get; set; } = new();

    /// <summary>机关代字 of the 发文字号.</summary>
    public string IssuerCode { get; set; } = "忻考办";

    /// <summary>Series of papers that are kept and not sent out with a 发文字号: records, tables, 责任书.</summary>
    public string RecordCode { get; set; } = "忻考记";

    /// <summary>Series of the 销号单.</summary>
    public string ClosureCode { get; set; } = "忻考销";

    /// <summary>Name of the issuing office where the year names none.</summary>
    public string Issuer { get; set; } = "忻州市年度目标责任考核办公室";

    /// <summary>The document that the assessment rests on, where the scheme names none.</summary>
    public string Basis { get; set; } = "《忻州市年度目标责任考核试行办法》";

    /// <summary>Folder of the fonts; a relative path counts from the working folder, then from the program.</summary>
    public string Fonts { get; set; } = "fonts";

    /// <summary>Folder of the Word templates.</summary>
    public string Templates { get; set; } = "templates/word";

    /// <summary>PNG of the seal; empty for none. The demo uses a sample that says so.</summary>
    public string SealFile { get; set; } = "";

    /// <summary>Password of the key file under <c>Data:Folder/keys</c>; empty where the folder is protected otherwise.</summary>
    public string KeyPassword { get; set; } = "";

    /// <summary>
    /// Whether a paper that nobody signs (a record, a table) waits for 考核办 when a value is missing. Otherwise it goes out with 待补 in the gap, and its
    /// history says so. What a leader signs, and letters, always wait.
    /// </summary>
    public bool HoldUnsigned { get; set; }

    /// <summary>Whether 考核办 reads (核稿) what a leader is to sign before it goes to the leader.</summary>
    public bool CheckBeforeSigning { get; set; }

    /// <summary>Address of an RFC 3161 time stamp authority for the signatures of PDF files; empty for none.</summary>
    public string TimestampUrl { get; set; } = "";

    /// <summary>Whether a signed document is numbered, sealed and issued at once; otherwise 考核办 does each by hand.</summary>
    public bool IssueAfterSigning { get; set; } = true;

    /// <summary>The series that a paper of a template is numbered in: with a 版头 the 机关代字.</summary>
    /// <param name="template">Name of the template.</param>
    public string CodeOf(string template) =>
        TemplateCatalogue.Find(template) is not { } known ? IssuerCode
        : known.Fields.Any(field => field.Name == "发文字号") ? IssuerCode
        : known.Fields.Any(field => field.Name == "销号编号") ? ClosureCode
        : RecordCode;
}
