namespace Kaohe.Server.Shell.Hosting;

/// <summary>Finds what set-up has restored from npm: below the repository's root, or beside the published program.</summary>
internal static class RestoredPackages
{
    /// <summary>Where something that npm restored lies; the path as it is when it lies nowhere.</summary>
    /// <param name="path">Path below the folder that holds node_modules.</param>
    public static string Locate(string path) =>
        Above(Environment.CurrentDirectory).Concat(Above(AppContext.BaseDirectory)).Select(folder => Path.Combine(folder, path)).FirstOrDefault(Path.Exists) ?? path;

    // As Node finds a package: in the folder itself, else in those above it.
    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
