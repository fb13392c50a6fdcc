using Kaohe.Workflows.Definitions;

namespace Kaohe.Cli.Workflow;

/// <summary>Reads definition files named on the command line.</summary>
internal static class DefinitionFiles
{
    /// <summary>Reads one file.</summary>
    /// <exception cref="DefinitionException">The file cannot be read or holds no definition.</exception>
    public static WorkflowDefinition Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > DefinitionJson.MaxBytes } large)
            {
                throw new DefinitionException("$", $"文件有 {large.Length / 1024 / 1024} MB，超过 {DefinitionJson.MaxBytes / 1024 / 1024} MB 的上限。请拆分流程，或用子流程。");
            }

            return DefinitionJson.Read(File.ReadAllBytes(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DefinitionException("$", $"读不到文件：{problem.Message}");
        }
    }

    /// <summary>Prints problems, one a line.</summary>
    public static void Print(TextWriter writer, string path, IReadOnlyList<DefinitionProblem> problems)
    {
        foreach (var problem in problems)
        {
            writer.WriteLine($"{path}: {(problem.IsError ? "错误" : "提醒")} {problem.Path}：{problem.Message}");
        }
    }
}
