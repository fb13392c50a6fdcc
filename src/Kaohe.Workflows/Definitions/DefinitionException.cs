namespace Kaohe.Workflows.Definitions;

/// <summary>A definition cannot be read or compiled; every problem is listed.</summary>
public sealed class DefinitionException : Exception
{
    /// <summary>Makes one from the problems found.</summary>
    public DefinitionException(IReadOnlyList<DefinitionProblem> problems)
        : base(string.Join(Environment.NewLine, problems.Select(p => $"{p.Path}：{p.Message}"))) => Problems = problems;

    /// <summary>Makes one from a single problem.</summary>
    public DefinitionException(string path, string message)
        : this([new DefinitionProblem(path, message)])
    {
    }

    /// <summary>The problems.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; }
}
