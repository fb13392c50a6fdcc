namespace Kaohe.Cli.Tests;

/// <summary>The repository that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Kaohe.Workflows.sln")))
        {
            at = at.Parent;
        }

        return at.FullName;
    }
}
