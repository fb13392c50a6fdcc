using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Kaohe.Documents.Templates;
using Xunit;

namespace Kaohe.Cli.Tests.Documents;

public sealed class RenderTests
{
    [Fact]
    public async Task Should_render_a_signed_letter_that_other_tools_can_read()
    {
        var data = KaoheCommand.File("data.json", Sample());
        var pdf = Path.Combine(Path.GetDirectoryName(data)!, "letter.pdf");

        var (exitCode, _, errors) = await RenderAsync("--data", data, "--out", pdf, "--sign");

        Assert.True(exitCode == 0, errors);
        Assert.Contains("代县", await ToolAsync("pdftotext", pdf, "-"), StringComparison.Ordinal);
        Assert.Contains("Signature is Valid", await ToolAsync("pdfsig", pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_write_a_draft_with_gaps_but_never_sign_it()
    {
        var data = KaoheCommand.File("data.json", """{"年度":2026}""");
        var word = Path.Combine(Path.GetDirectoryName(data)!, "draft.docx");
        var pdf = Path.ChangeExtension(word, ".pdf");

        var (draft, _, gaps) = await RenderAsync("--data", data, "--out", word);
        var (signed, _, refusal) = await RenderAsync("--data", data, "--out", pdf, "--sign");

        Assert.Equal((0, 1), (draft, signed));
        Assert.True(File.Exists(word));
        Assert.False(File.Exists(pdf));
        Assert.Contains("被考核单位", gaps, StringComparison.Ordinal);
        Assert.Contains("被考核单位", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "out.docx", "JSON")]
    [InlineData("{}", "out.txt", "请用 .docx 或 .pdf")]
    public async Task Should_say_what_is_wrong_with_the_command(string json, string target, string message)
    {
        var data = KaoheCommand.File("data.json", json);

        var (exitCode, _, errors) = await RenderAsync("--data", data, "--out", Path.Combine(Path.GetDirectoryName(data)!, target));

        Assert.Equal(1, exitCode);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_find_every_template_of_the_product_usable_and_a_text_file_not()
    {
        var token = TestContext.Current.CancellationToken;
        var (good, output, _) = await KaoheCommand.RunAsync(token, "documents", "check", Template("整改通知书"), "--fonts", Path.Combine(Repository.Root, "fonts"));
        var (bad, _, _) = await KaoheCommand.RunAsync(token, "documents", "check", KaoheCommand.File("x.docx", "text"), "--fonts", Path.Combine(Repository.Root, "fonts"));

        Assert.Equal((0, 1), (good, bad));
        Assert.Contains("可以使用", output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Errors)> RenderAsync(params string[] arguments) =>
        KaoheCommand.RunAsync(TestContext.Current.CancellationToken, ["documents", "render", Template("结果通知书"), "--fonts", Path.Combine(Repository.Root, "fonts"), .. arguments]);

    private static string Template(string name) => Path.Combine(Repository.Root, "templates", "word", name + ".docx");

    private static string Sample() => JsonSerializer.Serialize(TemplateCatalogue.Find("结果通知书")!.Fields.ToDictionary(
        field => field.Name,
        field => field.Sample.ValueKind == JsonValueKind.String && field.Sample.GetString() is "" ? (object?)null : field.Sample));

    private static async Task<string> ToolAsync(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo(name, arguments) { UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        using var process = Process.Start(start)!;
        return await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
