using System.CommandLine;
using Kaohe.Documents;
using Kaohe.Documents.Fonts;
using Kaohe.Documents.Templates;

namespace Kaohe.Cli.Documents;

/// <summary><c>kaohe documents check TEMPLATE.docx</c>: lists everything that keeps a template from being used. Exit code 1 when something does.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var template = new Argument<string>("TEMPLATE") { Description = "Word 模板（.docx）。" };
        var name = new Option<string?>("--as") { Description = "模板名称，用来核对字段；不给则用文件名。", HelpName = "NAME" };
        var fonts = FontsFolder.Option();
        var command = new Command("check", "检查 Word 模板：宏、外部引用、字段、条件块、无法转成 PDF 的内容、字体。") { template, name, fonts };
        command.SetAction(result => Run(result.GetValue(template)!, result.GetValue(name), result.GetValue(fonts), Console.Out, Console.Error));
        return command;
    }

    private static int Run(string path, string? name, string? fontsFolder, TextWriter output, TextWriter errors)
    {
        if (!File.Exists(path))
        {
            errors.WriteLine($"没有文件“{path}”。");
            return 1;
        }

        if (FontsFolder.Find(fontsFolder) is not { } folder)
        {
            errors.WriteLine(FontsFolder.Missing);
            return 1;
        }

        using var fonts = FontLibrary.Load(folder);
        using var file = File.OpenRead(path);
        var info = TemplateCatalogue.Find(name ?? Path.GetFileNameWithoutExtension(path));
        if (info is null)
        {
            errors.WriteLine($"字段目录里没有名为“{name ?? Path.GetFileNameWithoutExtension(path)}”的模板，字段不核对。可用 --as 指定。");
        }

        var problems = TemplateCheck.Check(file, info, fonts);
        foreach (var problem in problems)
        {
            output.WriteLine($"{(problem.IsBlocking ? "错误" : "提醒")} {problem}");
        }

        var blocking = problems.Count(p => p.IsBlocking);
        output.WriteLine($"{path}：{(blocking == 0 ? "可以使用" : "不能使用")}，错误 {blocking} 个，提醒 {problems.Count - blocking} 个。");
        return blocking == 0 ? 0 : 1;
    }
}
