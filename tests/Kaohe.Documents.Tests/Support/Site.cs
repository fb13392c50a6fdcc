using Kaohe.Documents.Fonts;
using Kaohe.Documents.Merge;
using Kaohe.Documents.Templates;

namespace Kaohe.Documents.Tests.Support;

/// <summary>The fonts of this machine (scripts/setup-fonts.sh), loaded once, and documents made with them.</summary>
internal static class Site
{
    public static FontLibrary Fonts => Options.Fonts;

    public static PdfOptions Options { get; } = new(FontLibrary.Load(Repository.Fonts), new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.FromHours(8)))
    {
        Title = "2026年度目标责任考核结果通知书",
        Author = "忻州市年度目标责任考核办公室",
    };

    /// <summary>A shipped template filled with its sample.</summary>
    public static byte[] Document(string template) =>
        WordTemplate.Merge(File.ReadAllBytes(Repository.Template(template)), TemplateCatalogue.Find(template)!.Sample()).Bytes;

    public static MergeResult Merge(string template, string json) => WordTemplate.Merge(File.ReadAllBytes(Repository.Template(template)), MergeData.FromJson(json));

    /// <summary>Writes bytes to a scratch file and returns its path.</summary>
    public static string Save(byte[] bytes, string name)
    {
        var path = Path.Combine(Repository.Scratch(), name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
