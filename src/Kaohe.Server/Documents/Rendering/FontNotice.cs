using Kaohe.Server.Shell.Hosting;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Documents.Rendering;

/// <summary>Tells whoever starts the server that papers will have no PDF, for want of fonts; nobody would notice until a unit asks.</summary>
/// <param name="options">The site's choice.</param>
public sealed class FontNotice(IOptions<DocumentOptions> options) : IStartNotice
{
    /// <inheritdoc />
    public IReadOnlyList<string> Lines => options.Value.Converter != DocumentConverter.LibreOffice && ProductFolders.Product(options.Value.Fonts) is var folder && !Directory.Exists(folder)
        ? [$"  注意：没有字体文件夹 {folder}，公文只有 Word，没有 PDF。请运行 scripts/setup-fonts.sh，或者在 Documents:Fonts 中写明字体所在文件夹"]
        : [];
}
