using System.CommandLine;

namespace Kaohe.Cli.Documents;

/// <summary>Where the faces are: the option, the environment variable of setup-fonts.sh, or <c>fonts/</c> here or above.</summary>
internal static class FontsFolder
{
    public static Option<string?> Option() => new("--fonts") { Description = "字体文件夹；默认为环境变量 KAOHE_FONTS，或当前及上级文件夹里的 fonts。", HelpName = "DIR" };

    /// <summary>What to say when there is none.</summary>
    public const string Missing = "找不到字体文件夹。请先运行 scripts/setup-fonts.sh，或用 --fonts 指定。";

    /// <summary>The folder; null when there is none.</summary>
    public static string? Find(string? folder) => new[] { folder ?? Environment.GetEnvironmentVariable("KAOHE_FONTS") ?? Nearest() }.FirstOrDefault(Directory.Exists);

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
