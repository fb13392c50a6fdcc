using Kaohe.Documents.Converting;
using Kaohe.Documents.Signing;
using Kaohe.Documents.Tests.Support;
using Xunit;

namespace Kaohe.Documents.Tests.Converting;

public sealed class PdfConverterTests
{
    private static readonly PdfDetails Details = new("标题", "市考核办", new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static LibreOfficeConverter LibreOffice(string program = "soffice", TimeSpan? limit = null) =>
        new(Repository.Scratch(), Path.Combine(Repository.Fonts, "fonts.conf"), TimeProvider.System, program, limit);

    [Theory]
    [InlineData("督查通知")]
    [InlineData("诫勉谈话通知")]
    [InlineData("责任书")]
    public async Task Should_agree_with_LibreOffice_on_pages_and_text(string name)
    {
        var docx = Site.Document(name);
        using var office = LibreOffice();

        var ours = await new BuiltInConverter(Site.Fonts).ConvertAsync(docx, Details, Cancel);
        var theirs = await office.ConvertAsync(docx, Details, Cancel);

        // 版记 stands at the foot of the page in ours and right under the text in LibreOffice, which cannot place it; that may cost a page.
        Assert.InRange(Math.Abs(ours.Pages - theirs.Pages), 0, 1);
        Assert.Equal(await Text(theirs.Bytes), await Text(ours.Bytes));
    }

    [Fact]
    public async Task Should_let_LibreOffice_files_be_signed_too()
    {
        using var office = LibreOffice();
        var pdf = await office.ConvertAsync(Site.Document("表彰决定"), Details, Cancel);
        using var key = SiteKey.LoadOrCreate(Path.Combine(Repository.Scratch(), "k.pfx"), null, "市考核办", DateTimeOffset.UtcNow);

        var signed = await PdfSignatures.SignAsync(pdf.Bytes, new CertificateSigner(key), new SignatureDetails("签发", Details.Created), Cancel);

        Assert.Contains("Signature is Valid", await Shell.Run("pdfsig", "-nocert", Site.Save(signed, "a.pdf")));
    }

    [Fact]
    public async Task Should_say_when_LibreOffice_is_not_there_or_too_slow()
    {
        using var missing = LibreOffice("/nowhere/soffice");
        using var slow = LibreOffice(limit: TimeSpan.FromMilliseconds(1));

        Assert.Contains("请安装 LibreOffice", (await Assert.ThrowsAsync<DocumentRefusedException>(() => missing.ConvertAsync([], Details, Cancel))).Message);
        Assert.Contains("没有完成", (await Assert.ThrowsAsync<DocumentRefusedException>(() => slow.ConvertAsync(Site.Document("责任书"), Details, Cancel))).Message);
    }

    /// <summary>The characters without page numbers and blanks, sorted: the two differ in where lines and pages turn, and thus in repeated headers.</summary>
    private static async Task<string> Text(byte[] pdf)
    {
        var raw = await Shell.Run("pdftotext", "-raw", Site.Save(pdf, "a.pdf"), "-");
        var lines = raw.Split('\n', '\f').Select(line => line.Trim()).Where(line => !line.StartsWith('—') && line.Length > 0 && line != "组别组长成员督查单位" && line != "组别 组长 成员 督查单位");
        return string.Concat(string.Concat(lines).Where(c => !char.IsWhiteSpace(c)).Order());
    }
}
