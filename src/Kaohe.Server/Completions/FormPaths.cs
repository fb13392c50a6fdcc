using Kaohe.Assessment;

namespace Kaohe.Server.Completions;

/// <summary>Says what a rule of the records found with the paths of the form that was submitted.</summary>
internal static class FormPaths
{
    /// <summary>Runs a change; what the rules refuse comes back as problems of the form.</summary>
    /// <param name="change">The change.</param>
    /// <param name="path">Turns the path of a rule into that of the form, without <c>data.</c>.</param>
    public static async Task<IReadOnlyList<Office.Problem>> TryAsync(Func<Task> change, Func<string, string> path)
    {
        try
        {
            await change();
            return [];
        }
        catch (RulesBrokenException broken)
        {
            return Of(broken.Problems, path);
        }
    }

    /// <summary>Problems of records as problems of a form.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="path">Turns the path of a rule into that of the form.</param>
    public static IReadOnlyList<Office.Problem> Of(IEnumerable<Problem> problems, Func<string, string> path) =>
        [.. problems.Select(problem => new Office.Problem(nameof(RulesBrokenException), $"data.{path(problem.Path)}".TrimEnd('.'), problem.Message))];
}
