using System.CommandLine;
using System.Text.Json;
using Kaohe.Documents;
using Kaohe.Documents.Fonts;
using Kaohe.Documents.Merge;
using Kaohe.Documents.Packages;
using Kaohe.Documents.Signing;

namespace Kaohe.Cli.Documents;

/// <summary>
/// <c>kaohe documents render TEMPLATE.docx --data FILE.json --out FILE.docx|FILE.pdf [--sign]</c>: merges a template and, for a PDF, converts and signs it.
/// Gaps are listed. A draft may have gaps; a signed file may not, and then nothing is written. What a PDF cannot show always refuses.
/// </summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        var template = new Argument<string>("TEMPLATE") { Description = "Word 模板（.docx）。" };
        var data = new Option<string>("--data") { Description = "数据：一个 JSON 对象，数组填入重复的表格行。", HelpName = "FILE.json", Required = true };
        var target = new Option<string>("--out") { Description = "输出文件，按扩展名生成 Word 或 PDF。", HelpName = "FILE.docx|FILE.pdf", Required = true };
        var sign = new Option<bool>("--sign") { Description = "给 PDF 加数字签名。" };
        var key = new Option<string?>("--key") { Description = "签名密钥（.pfx）；不给则用一次性的测试密钥。", HelpName = "FILE.pfx" };
        var fonts = FontsFolder.Option();
        var command = new Command("render", "用数据填写 Word 模板，生成 Word 或 PDF。") { template, data, target, sign, key, fonts };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetValue(template)!, result.GetValue(data)!, result.GetValue(target)!, result.GetValue(sign), result.GetValue(key), result.GetValue(fonts), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string template, string data, string target, bool sign, string? key, string? fonts, CancellationToken cancellationToken)
    {
        if (Refuse([.. new[] { template, data }.Where(path => !File.Exists(path)).Select(path => $"没有文件“{path}”。")]) is > 0 and var absent)
        {
            return absent;
        }

        try
        {
            var merged = Merge(template, data);
            var gaps = Refuse([.. merged.Missing.Select(f => $"缺少数据：{f}"), .. merged.Unknown.Select(f => $"数据里没有这个字段：{f}")]);
            if (sign && gaps > 0)
            {
                return gaps;
            }

            var bytes = Path.GetExtension(target).ToLowerInvariant() switch
            {
                ".docx" => merged.Bytes,
                ".pdf" => await PdfAsync(merged.Bytes, Path.GetFileNameWithoutExtension(template), sign, key, fonts, cancellationToken),
                var other => throw new ArgumentException($"不能生成“{other}”文件，请用 .docx 或 .pdf。"),
            };
            await File.WriteAllBytesAsync(target, bytes, cancellationToken);
            Console.WriteLine($"已写出 {target}（{bytes.Length / 1024.0:N0} KB{(sign ? "，已签名" : "")}）{(gaps > 0 ? "，还缺上面列出的数据" : "")}。");
            return 0;
        }
        catch (DocumentRefusedException problem)
        {
            return Refuse([.. problem.Problems.Select(p => p.ToString())]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or ArgumentException or System.Security.Cryptography.CryptographicException)
        {
            return Refuse([problem is JsonException ? $"{data} 不是有效的 JSON 对象：{problem.Message}" : problem.Message]);
        }
    }

    private static MergeResult Merge(string template, string data)
    {
        using var file = File.OpenRead(template);
        return WordTemplate.Merge(DocxGuard.Read(file), MergeData.FromJson(File.ReadAllText(data)));
    }

    private static async Task<byte[]> PdfAsync(byte[] docx, string title, bool sign, string? key, string? fontsFolder, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var fonts = FontLibrary.Load(FontsFolder.Find(fontsFolder) ?? throw new DirectoryNotFoundException(FontsFolder.Missing));
        var pdf = WordToPdf.Convert(docx, new PdfOptions(fonts, now) { Title = title });
        if (!pdf.IsFaithful)
        {
            throw new DocumentRefusedException(pdf.Problems);
        }

        if (!sign)
        {
            return pdf.Bytes;
        }

        var path = key ?? Path.Combine(Directory.CreateTempSubdirectory("kaohe-key-").FullName, "test.pfx");
        using var certificate = SiteKey.LoadOrCreate(path, password: null, "测试签名", now);
        return await PdfSignatures.SignAsync(pdf.Bytes, new CertificateSigner(certificate), new SignatureDetails("签发", now), cancellationToken);
    }

    private static int Refuse(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        return problems.Count > 0 ? 1 : 0;
    }
}
