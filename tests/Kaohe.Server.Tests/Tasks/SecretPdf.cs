using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Kaohe.Server.Tests.Tasks;

/// <summary>A PDF of one page with lines of Chinese.</summary>
internal static class SecretPdf
{
    public static byte[] Make(params string[] lines)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddTrueTypeFont(File.ReadAllBytes(Path.Combine(Root(), "fonts", "FandolFang-Regular.ttf")));
        var page = builder.AddPage(PageSize.A4);
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            page.AddText(line, 16, new PdfPoint(80, 760 - (index * 30)), font);
        }

        return builder.Build();
    }

    // Fonts are fetched by the set-up into the repository, not beside the program.
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kaohe.Workflows.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
