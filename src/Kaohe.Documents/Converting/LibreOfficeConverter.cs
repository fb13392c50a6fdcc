using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Kaohe.Documents.Converting;

/// <summary>
/// <c>LibreOffice</c>: the office suite does it, for sites whose templates need more than our layout knows. Not deterministic: LibreOffice writes its own
/// time, and <see cref="PdfDetails"/> is not taken over. One object is one worker: it keeps a profile of its own (two processes on one profile write
/// nothing) and converts one document at a time.
/// </summary>
public sealed partial class LibreOfficeConverter : IPdfConverter, IDisposable
{
    private const string Export = """pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"}}""";
    private readonly string _program;
    private readonly string _folder;
    private readonly string? _fontConfiguration;
    private readonly TimeSpan _timeLimit;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Makes a worker.</summary>
    /// <param name="folder">A folder for this worker alone; made when missing.</param>
    /// <param name="fontConfiguration"><c>fonts/fonts.conf</c>, which gives the official font names their faces; null for the system's.</param>
    /// <param name="clock">Measures the time limit.</param>
    /// <param name="program">soffice.</param>
    /// <param name="timeLimit">After which a conversion is ended; one minute by default.</param>
    public LibreOfficeConverter(string folder, string? fontConfiguration, TimeProvider clock, string program = "soffice", TimeSpan? timeLimit = null)
    {
        _folder = Path.GetFullPath(folder);
        _fontConfiguration = fontConfiguration;
        _program = program;
        _clock = clock;
        _timeLimit = timeLimit ?? TimeSpan.FromMinutes(1);
        Directory.CreateDirectory(_folder);
    }

    /// <inheritdoc/>
    public async Task<PdfResult> ConvertAsync(byte[] docx, PdfDetails details, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var (source, target) = (Path.Combine(_folder, "document.docx"), Path.Combine(_folder, "document.pdf"));
            File.Delete(target);
            await File.WriteAllBytesAsync(source, docx, cancellationToken);
            await Run(source, cancellationToken);
            if (!File.Exists(target))
            {
                throw Failed("没有写出 PDF，请检查 LibreOffice 是否安装完整（libreoffice-writer）。");
            }

            var pdf = await File.ReadAllBytesAsync(target, cancellationToken);
            return new PdfResult(pdf, PagePattern().Count(Encoding.Latin1.GetString(pdf)), []);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task Run(string source, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(_program, ["-env:UserInstallation=" + new Uri(Path.Combine(_folder, "profile")), "--headless", "--norestore", "--convert-to", Export, "--outdir", _folder, source])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (_fontConfiguration is not null)
        {
            start.Environment["FONTCONFIG_FILE"] = _fontConfiguration;
        }

        using var limit = new CancellationTokenSource(_timeLimit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var process = Start(start);
        try
        {
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(either.Token), process.StandardError.ReadToEndAsync(either.Token), process.WaitForExitAsync(either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed($"超过 {_timeLimit.TotalSeconds:0} 秒没有完成，已停止。");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw Failed("不能启动。");
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw Failed($"不能启动“{_program}”，请安装 LibreOffice，或者把 Documents:Converter 设为 BuiltIn。", fault);
        }
    }

    private static DocumentRefusedException Failed(string what, Exception? fault = null) => new("converter-failed", "LibreOffice 转换失败：" + what, fault);

    [GeneratedRegex(@"/Type\s*/Page\b[^s]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PagePattern();
}
