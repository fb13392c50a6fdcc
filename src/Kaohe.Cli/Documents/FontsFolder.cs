using System.CommandLine;
using Kaohe.Documents.Fonts;

namespace Kaohe.Cli.Documents;

/// <summary>Where the faces are: the option, the environment variable of setup-fonts.sh, or <c>fonts/</c> here or above.</summary>
internal static class FontsFolder
{
    public static Option<string?> Option() => new("--fonts") { Description = "字体文件夹；默认为环境变量 KAOHE_FONTS，或当前及上级文件夹里的 fonts。", HelpName = "DIR" };

    /// <summary>Loads the faces.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static FontLibrary Load(string? folder) => FontLibrary.Load(folder ?? Environment.GetEnvironmentVariable("KAOHE_FONTS") ?? Nearest()
        ?? throw new DirectoryNotFoundException("找不到字体文件夹。请先运行 scripts/setup-fonts.sh，或用 --fonts 指定。"));

    private static string? Nearest()
    {
        for (var at = new DirectoryInfo(Environment.CurrentDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "fonts");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
