using System.CommandLine;
using Kaohe.Activities.Publication;
using Kaohe.Office;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Cli.Workflow;

/// <summary><c>kaohe workflow validate FILE…</c>: lists every problem with its path. Exit code 1 when there is an error.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "流程定义文件。", Arity = ArgumentArity.OneOrMore };
        var command = new Command("validate", "列出流程定义里的每个问题和位置。") { files };
        command.SetAction(result => Run(result.GetValue(files)!, Console.Out));
        return command;
    }

    private static int Run(string[] files, TextWriter output)
    {
        var now = TimeProvider.System.GetUtcNow();
        var settings = new PublicationSettings { Compiler = new WorkflowCompiler(CliActivities.Registry), Today = OfficeTime.DateOf(now), Calendar = CalendarFolder.LoadAbove(files[0]) };
        var failed = false;
        foreach (var file in files)
        {
            var problems = Problems(settings, file);
            DefinitionFiles.Print(output, file, problems);
            var errors = problems.Count(p => p.IsError);
            output.WriteLine($"{file}：{(errors == 0 ? "可以发布" : "不能发布")}，错误 {errors} 个，提醒 {problems.Count - errors} 个。");
            failed |= errors > 0;
        }

        return failed ? 1 : 0;
    }

    private static IReadOnlyList<DefinitionProblem> Problems(PublicationSettings settings, string file)
    {
        try
        {
            return PublicationCheck.Check(DefinitionFiles.Read(file), settings);
        }
        catch (DefinitionException problem)
        {
            return problem.Problems;
        }
    }
}
