using Kaohe.Server.Documents;
using Kaohe.Server.Documents.Rendering;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Tests.Documents;

/// <summary>Whoever starts the server reads that papers will have no PDF.</summary>
public sealed class FontNoticeTests
{
    [Fact]
    public void Should_say_at_the_start_that_fonts_are_missing_and_what_to_do()
    {
        var line = Assert.Single(Lines(new DocumentOptions { Fonts = Path.Combine(Path.GetTempPath(), "没有这个文件夹") }));

        Assert.Contains("没有这个文件夹", line, StringComparison.Ordinal);
        Assert.Contains("scripts/setup-fonts.sh", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_nothing_where_fonts_are_there_or_another_program_makes_the_PDF()
    {
        Assert.Empty(Lines(new DocumentOptions { Fonts = Path.GetTempPath() }));
        Assert.Empty(Lines(new DocumentOptions { Fonts = "没有这个文件夹", Converter = DocumentConverter.LibreOffice }));
    }

    private static IReadOnlyList<string> Lines(DocumentOptions options) => new FontNotice(Options.Create(options)).Lines;
}
