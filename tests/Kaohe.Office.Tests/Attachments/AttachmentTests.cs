using System.IO.Compression;
using System.Text;
using Kaohe.Office.Attachments;

namespace Kaohe.Office.Tests.Attachments;

public sealed class AttachmentTests
{
    private static readonly byte[] Pdf = "%PDF-1.7\n%âãÏÓ"u8.ToArray();
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16];

    [Fact]
    public void Should_take_pdf_word_excel_and_pictures_by_their_content()
    {
        Assert.Equal(AttachmentKind.Pdf, Kind("自查报告.pdf", Pdf));
        Assert.Equal(AttachmentKind.Png, Kind("现场.PNG", Png));
        Assert.Equal(AttachmentKind.Jpeg, Kind("现场.jpeg", Jpeg));
        Assert.Equal(AttachmentKind.Word, Kind("自查报告.docx", Word("一、完成情况")));
        Assert.Equal(AttachmentKind.Excel, Kind("数据.xlsx", Excel("生产总值")));
    }

    [Theory]
    [InlineData("报告.doc", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 })]
    [InlineData("程序.pdf", new byte[] { (byte)'M', (byte)'Z', 0x90, 0 })]
    [InlineData("网页.pdf", new byte[] { (byte)'<', (byte)'h', (byte)'t', (byte)'m', (byte)'l' })]
    public void Should_refuse_other_content_whatever_its_name(string name, byte[] content)
    {
        var problem = Assert.Single(AttachmentRule.Check(name, content).Problems);
        Assert.Equal((nameof(AttachmentKindMustBeAllowed), name), (problem.Code, problem.Path));
        Assert.Contains("pdf、docx、xlsx、jpg、jpeg、png", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_macros_also_under_an_innocent_name()
    {
        var withMacro = Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x"));
        Assert.Equal(nameof(AttachmentKindMustBeAllowed), Assert.Single(AttachmentRule.Check("报告.docx", withMacro).Problems).Code);
        Assert.StartsWith("文件含宏", Assert.Single(AttachmentRule.Check("报告.docm", withMacro).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_a_zip_that_is_no_office_file_and_one_that_is_broken()
    {
        Assert.Equal(nameof(AttachmentKindMustBeAllowed), Assert.Single(AttachmentRule.Check("资料.docx", Zip(("a.txt", "x"))).Problems).Code);
        Assert.Equal(nameof(AttachmentKindMustBeAllowed), Assert.Single(AttachmentRule.Check("资料.docx", Word("文").AsMemory(0, 40)).Problems).Code);
    }

    [Fact]
    public void Should_refuse_a_name_that_says_something_else_than_the_content() =>
        Assert.Equal(
            "文件内容是PDF，但文件名以“.docx”结尾；请改成“.pdf”后上传。",
            Assert.Single(AttachmentRule.Check("报告.docx", Pdf).Problems, problem => problem.Code == nameof(AttachmentNameMustFitContent)).Message);

    [Fact]
    public void Should_refuse_an_empty_file_and_one_over_50_MB()
    {
        Assert.Equal(nameof(AttachmentMustNotBeEmpty), Assert.Single(AttachmentRule.Check("a.pdf", Array.Empty<byte>()).Problems).Code);
        var large = new byte[AttachmentRule.MaximumBytes + 1];
        Pdf.CopyTo(large, 0);
        Assert.Equal(nameof(AttachmentMustNotBeTooLarge), Assert.Single(AttachmentRule.Check("a.pdf", large).Problems).Code);
        Assert.Empty(AttachmentRule.Check("a.pdf", large.AsMemory(0, AttachmentRule.MaximumBytes)).Problems);
    }

    [Theory]
    [InlineData("机密★20年")]
    [InlineData("绝密 ★ 长期")]
    [InlineData("机 密")]
    [InlineData("【绝密】")]
    [InlineData("密级：机密")]
    public void Should_refuse_a_word_file_marked_as_a_state_secret(string mark)
    {
        var problem = Assert.Single(AttachmentRule.Check("报告.docx", Word(mark, "关于年度考核工作的报告")).Problems);
        Assert.Equal(nameof(AttachmentMustNotBeSecret), problem.Code);
        Assert.Contains("涉密文件不得进入本系统", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_find_the_mark_in_headers_excel_cells_names_and_given_pdf_text()
    {
        var header = Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", Paragraphs("正文")), ("word/header1.xml", Paragraphs("绝密★10年")));
        Assert.Single(AttachmentRule.Check("a.docx", header).Problems);
        Assert.Single(AttachmentRule.Check("a.xlsx", Excel("机密★10年")).Problems);
        Assert.Single(AttachmentRule.Check("机密文件清单.pdf", Pdf).Problems);
        Assert.Single(AttachmentRule.Check("a.pdf", Pdf, _ => "机密★\n关于……").Problems);
    }

    [Fact]
    public void Should_find_a_mark_that_word_splits_over_runs()
    {
        var split = Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>机</w:t></w:r><w:r><w:t>密★</w:t></w:r></w:p></w:document>"));
        Assert.Equal(nameof(AttachmentMustNotBeSecret), Assert.Single(AttachmentRule.Check("a.docx", split).Problems).Code);
    }

    [Theory]
    [InlineData("全县干部要保守国家机密，落实保密责任。")]
    [InlineData("开展机密件清查工作")]
    [InlineData("机密机关管理")]
    public void Should_not_take_the_word_inside_a_sentence_for_a_mark(string sentence) => Assert.Empty(AttachmentRule.Check("报告.docx", Word(sentence)).Problems);

    [Fact]
    public void Should_search_a_long_hostile_text_without_getting_stuck()
    {
        Assert.Null(SecrecyMark.FindIn(new string(' ', 500_000)));
        Assert.Null(SecrecyMark.FindIn(string.Concat(Enumerable.Repeat("机 ", 250_000))));
        Assert.Equal("机密★", SecrecyMark.FindIn(new string('\n', 250_000) + "机" + new string(' ', 250_000) + "密 ★"));
    }

    [Fact]
    public void Should_end_quickly_and_clearly_on_hostile_office_files()
    {
        var entities = Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"));
        Assert.Equal(nameof(AttachmentMustBeReadable), Assert.Single(AttachmentRule.Check("a.docx", entities).Problems).Code);

        var broken = Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w><p>"));
        Assert.Equal(nameof(AttachmentMustBeReadable), Assert.Single(AttachmentRule.Check("a.docx", broken).Problems).Code);

        var bomb = Bomb();
        Assert.True(bomb.Length < 1_000_000);
        Assert.Equal(nameof(AttachmentMustBeReadable), Assert.Single(AttachmentRule.Check("a.docx", bomb).Problems).Code);
    }

    private static AttachmentKind? Kind(string name, byte[] content)
    {
        var verdict = AttachmentRule.Check(name, content);
        Assert.Empty(verdict.Problems);
        return verdict.Kind;
    }

    private static byte[] Word(params string[] paragraphs) => Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", Paragraphs(paragraphs)));

    private static string Paragraphs(params string[] paragraphs) =>
        $"<w:document xmlns:w=\"w\">{string.Concat(paragraphs.Select(text => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))}</w:document>";

    private static byte[] Excel(string cell) => Zip(
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", "<workbook/>"),
        ("xl/sharedStrings.xml", $"<sst><si><t>指标</t></si><si><t>{cell}</t></si></sst>"));

    // 65 MB of XML in a small file, written in pieces.
    private static byte[] Bomb()
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
            using var entry = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var piece = Encoding.UTF8.GetBytes($"<p a='{new string('x', 65_529)}'/>");
            entry.Write("<w>"u8);
            for (var i = 0; i < 1_025; i++)
            {
                entry.Write(piece);
            }

            entry.Write("</w>"u8);
        }

        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
