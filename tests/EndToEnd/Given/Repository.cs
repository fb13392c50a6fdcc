namespace Kaohe.EndToEnd.Given;

/// <summary>Where the repository is.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Kaohe.Workflows.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Kaohe.Workflows.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Kaohe.Workflows.sln is in no folder above the tests.");
    }
}
