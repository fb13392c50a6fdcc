using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Kaohe.Documents;
using Kaohe.Documents.Fonts;
using Kaohe.Documents.Merge;
using Kaohe.Documents.Signing;
using Kaohe.Documents.Templates;

namespace Kaohe.Benchmarks.Documents;

/// <summary>
/// Word and PDF: letters a second of processor time (what one core does, whatever else the machine does), a hundred letters from the decision to
/// their files, and the memory that faces take.
/// </summary>
internal static class DocumentLoad
{
    private const int Units = 104;
    private static readonly string[] Templates = ["结果通知书", "督查通知", "结果通报", "责任书"];
    private static readonly DateTimeOffset At = new(2026, 11, 23, 9, 30, 0, TimeSpan.FromHours(8));

    public static async Task RunAsync(string repository, TimeSpan span)
    {
        using var fonts = FontLibrary.Load(Path.Combine(repository, "fonts"));
        var options = new PdfOptions(fonts, At) { Title = "考核结果通知书", Author = "考核办公室" };
        var folder = Directory.CreateTempSubdirectory("kaohe-documents-").FullName;
        using var key = SiteKey.LoadOrCreate(Path.Combine(folder, "site.pfx"), password: null, "考核办公室", DateTimeOffset.UtcNow);
        await LettersAsync(repository, options, key, folder); // the runtime compiles as it goes: the first letters are not the usual ones
        await TemplatesAsync(repository, options, key, span, isTold: false);
        await TemplatesAsync(repository, options, key, span, isTold: true);
        await LettersAsync(repository, options, key, folder);
        Memory();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task TemplatesAsync(string repository, PdfOptions options, X509Certificate2 key, TimeSpan span, bool isTold)
    {
        foreach (var name in Templates)
        {
            var template = await File.ReadAllBytesAsync(Path.Combine(repository, "templates", "word", name + ".docx"));
            var data = TemplateCatalogue.Find(name)!.Sample();
            var word = WordTemplate.Merge(template, data).Bytes;
            var pages = WordToPdf.Convert(word, options).Pages;
            Measure(isTold, $"{name} ({pages} p): Word merge", span, () => Done(WordTemplate.Merge(template, data).Bytes.Length));
            Measure(isTold, $"{name} ({pages} p): PDF of it", span, () => Done(WordToPdf.Convert(word, options).Bytes.Length));
            Measure(isTold, $"{name} ({pages} p): PDF, signed", span, async () => await SignedAsync(word, options, key));
        }
    }

    private static async Task SignedAsync(byte[] word, PdfOptions options, X509Certificate2 key) =>
        await PdfSignatures.SignAsync(WordToPdf.Convert(word, options).Bytes, new CertificateSigner(key), new SignatureDetails("签发", At), CancellationToken.None);

    private static Task Done(int length) => length > 0 ? Task.CompletedTask : throw new InvalidOperationException("Nothing came of it.");

    private static void Measure(bool isTold, string name, TimeSpan span, Func<Task> one)
    {
        var (bytes, cpu, watch) = (GC.GetTotalAllocatedBytes(), Cpu, Stopwatch.StartNew());
        var runs = 0;
        for (; watch.Elapsed < span; runs++)
        {
            one().GetAwaiter().GetResult();
        }

        var each = (Cpu - cpu) / runs;
        if (!isTold)
        {
            return;
        }

        Console.WriteLine($"{name}: {1 / each.TotalSeconds:N0}/s a core, {each.TotalMilliseconds:N2} ms of CPU, {(GC.GetTotalAllocatedBytes() - bytes) / 1024.0 / runs:N0} KiB each");
    }

    // A letter is rendered twice, as in the product: the draft that is read, then the final one with number, seal and signature.
    private static async Task LettersAsync(string repository, PdfOptions options, X509Certificate2 key, string folder)
    {
        var template = await File.ReadAllBytesAsync(Path.Combine(repository, "templates", "word", "结果通知书.docx"));
        var (cpu, watch) = (Cpu, Stopwatch.StartNew());
        await Parallel.ForAsync(0, Units, async (unit, cancel) =>
        {
            var data = TemplateCatalogue.Find("结果通知书")!.Sample();
            WordToPdf.Convert(WordTemplate.Merge(template, data).Bytes, options);
            var word = WordTemplate.Merge(template, data).Bytes;
            var pdf = await PdfSignatures.SignAsync(WordToPdf.Convert(word, options).Bytes, new CertificateSigner(key), new SignatureDetails("签发", At), cancel);
            var name = Path.Combine(folder, unit.ToString(CultureInfo.InvariantCulture));
            await File.WriteAllBytesAsync(name + ".docx", word, cancel);
            await File.WriteAllBytesAsync(name + ".pdf", pdf, cancel);
        });
        Console.WriteLine($"{Units} letters, draft and final, to their files: {watch.Elapsed.TotalSeconds:N2} s on {Environment.ProcessorCount} cores, {(Cpu - cpu).TotalSeconds:N2} s of CPU");
    }

    // Faces are mapped: what is resident of them is shared by every process that has them open.
    private static void Memory()
    {
        var (mapped, resident, isFace) = (0L, 0L, false);
        foreach (var line in File.ReadLines("/proc/self/smaps"))
        {
            if (line.Contains('-', StringComparison.Ordinal) && !line.Contains(" kB", StringComparison.Ordinal))
            {
                isFace = line.EndsWith(".ttf", StringComparison.Ordinal);
            }
            else if (isFace && (line.StartsWith("Size:", StringComparison.Ordinal) || line.StartsWith("Rss:", StringComparison.Ordinal)))
            {
                var kilobytes = long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
                (mapped, resident) = line[0] == 'S' ? (mapped + kilobytes, resident) : (mapped, resident + kilobytes);
            }
        }

        Console.WriteLine($"faces: {mapped / 1024.0:N0} MB mapped, {resident / 1024.0:N0} MB of it in memory, shared; the process {Environment.WorkingSet / 1048576.0:N0} MB");
    }

    private static TimeSpan Cpu => Process.GetCurrentProcess().TotalProcessorTime;
}
