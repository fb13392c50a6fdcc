namespace Kaohe.Documents.Tests.Support;

/// <summary>Places in the repository and scratch folders for one test.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Fonts => Environment.GetEnvironmentVariable("KAOHE_FONTS") ?? Path.Combine(Root, "fonts");

    public static string Template(string name) => Path.Combine(Root, "templates", "word", name + ".docx");

    public static string Scratch() => Directory.CreateTempSubdirectory("kaohe-documents-").FullName;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kaohe.Workflows.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Kaohe.Workflows.sln");
        }

        return folder.FullName;
    }
}
