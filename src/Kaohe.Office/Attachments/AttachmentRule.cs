namespace Kaohe.Office.Attachments;

/// <summary>What came of looking at an uploaded file.</summary>
/// <param name="Kind">Its kind by content; none when refused.</param>
/// <param name="Problems">Why it is refused; empty when it may be kept.</param>
public sealed record AttachmentVerdict(AttachmentKind? Kind, IReadOnlyList<Problem> Problems);

/// <summary>The one rule for attachments on every path (page, reply mail, API): kind by content, size, no state secrets.</summary>
public static class AttachmentRule
{
    /// <summary>50 MB.</summary>
    public const int MaximumBytes = 50 * 1024 * 1024;

    /// <summary>Looks at a file; all that is wrong at once.</summary>
    /// <param name="fileName">Name as uploaded.</param>
    /// <param name="content">The bytes; callers stop reading one byte past <see cref="MaximumBytes"/>.</param>
    /// <param name="readPdf">Reads the text of a PDF, none when it is broken or locked; Word and Excel are read here. Without it a PDF's text is not looked at.</param>
    public static AttachmentVerdict Check(string fileName, ReadOnlyMemory<byte> content, Func<ReadOnlyMemory<byte>, string?>? readPdf = null)
    {
        var tooLarge = content.Length > MaximumBytes;
        var kind = tooLarge ? null : AttachmentSniffer.KindOf(content);
        var text = kind switch
        {
            _ when kind == AttachmentKind.Word || kind == AttachmentKind.Excel => AttachmentText.Of(content),
            _ when kind == AttachmentKind.Pdf && readPdf is not null => readPdf(content),
            _ => string.Empty,
        };
        var problems = OfficeRule.Check(
        [
            new AttachmentMustNotBeEmpty(content.Length),
            new AttachmentMustNotBeTooLarge(content.Length),
            new AttachmentKindMustBeAllowed(fileName, kind, tooLarge || content.Length == 0),
            new AttachmentNameMustFitContent(fileName, kind),
            new AttachmentMustBeReadable(kind, text),
            new AttachmentMustNotBeSecret(fileName, text ?? string.Empty),
        ]);
        return new(problems.Count == 0 ? kind : null, [.. problems.Select(problem => problem with { Path = fileName })]);
    }
}

/// <summary>An empty file is a slip.</summary>
/// <param name="length">Bytes.</param>
public sealed class AttachmentMustNotBeEmpty(long length) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => "文件是空的，请重新选择。";

    /// <inheritdoc/>
    public override bool IsBroken() => length == 0;
}

/// <summary>At most 50 MB.</summary>
/// <param name="length">Bytes.</param>
public sealed class AttachmentMustNotBeTooLarge(long length) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => "文件超过50 MB，请压缩图片或分成几个文件后上传。";

    /// <inheritdoc/>
    public override bool IsBroken() => length > AttachmentRule.MaximumBytes;
}

/// <summary>Only kinds that can be shown and hold no program.</summary>
/// <param name="fileName">The name.</param>
/// <param name="kind">Kind by content.</param>
/// <param name="wasNotRead">The content was not looked at for another reason.</param>
public sealed class AttachmentKindMustBeAllowed(string fileName, AttachmentKind? kind, bool wasNotRead) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => System.IO.Path.GetExtension(fileName).ToLowerInvariant() is ".docm" or ".xlsm" or ".dotm" or ".xltm"
        ? "文件含宏，不能上传；请另存为不含宏的docx或xlsx。"
        : $"按内容看，这不是可以上传的文件。可以上传：{string.Join('、', AttachmentKind.All.SelectMany(one => one.Extensions).Select(ending => ending[1..]))}（doc、xls请另存为docx、xlsx；含宏或加密的文件不收）。";

    /// <inheritdoc/>
    public override bool IsBroken() => kind is null && !wasNotRead;
}

/// <summary>The name must say what the file is, so that nobody opens something else than they think.</summary>
/// <param name="fileName">The name.</param>
/// <param name="kind">Kind by content.</param>
public sealed class AttachmentNameMustFitContent(string fileName, AttachmentKind? kind) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => $"文件内容是{kind!.Label}，但文件名以“{System.IO.Path.GetExtension(fileName)}”结尾；请改成“{kind.Extensions[0]}”后上传。";

    /// <inheritdoc/>
    public override bool IsBroken() => kind is not null && !kind.Extensions.Contains(System.IO.Path.GetExtension(fileName).ToLowerInvariant());
}

/// <summary>A file whose text cannot be read cannot be checked for secrecy marks.</summary>
/// <param name="kind">Kind by content.</param>
/// <param name="text">Its text; none when broken.</param>
public sealed class AttachmentMustBeReadable(AttachmentKind? kind, string? text) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => kind == AttachmentKind.Pdf
        ? "PDF已损坏或设有密码，无法检查，请重新导出一份不加密的PDF再上传。"
        : "文件已损坏或内容异常，无法检查，请用Word或Excel打开后另存一份再上传。";

    /// <inheritdoc/>
    public override bool IsBroken() => text is null;
}

/// <summary>State secrets must not enter the system: a file marked 机密 or 绝密 is refused (domain.md, "state secrets").</summary>
/// <param name="fileName">The name.</param>
/// <param name="text">Its text.</param>
public sealed class AttachmentMustNotBeSecret(string fileName, string text) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => $"文件标有“{Found()}”，涉密文件不得进入本系统，请按保密规定另行报送。";

    /// <inheritdoc/>
    public override bool IsBroken() => Found() is not null;

    private string? Found() => SecrecyMark.FindInName(fileName) ?? SecrecyMark.FindIn(text);
}
