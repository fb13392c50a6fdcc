namespace Kaohe.Cli.Workflow;

/// <summary>Finds the product's data near the files that a command was given.</summary>
internal static class DataFolder
{
    /// <summary>The nearest <c>data/NAME</c> in a folder or above it; null when there is none.</summary>
    public static string? Nearest(string from, string name)
    {
        for (var at = new DirectoryInfo(from); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "data", name);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
