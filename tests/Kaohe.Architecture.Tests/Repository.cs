using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kaohe.Architecture.Tests;

/// <summary>The repository as files: what the tests of this project look at.</summary>
internal static partial class Repository
{
    private static readonly string[] _notOurs = [".git", "bin", "obj", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];

    private static readonly string[] _notOursAtTheTop = ["var", "fonts", "assets"];

    /// <summary>The folder that holds Kaohe.Workflows.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Full path of a file or folder given relative to <see cref="Root"/>.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The path relative to <see cref="Root"/>, with forward slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Every file under a folder, without what is built, downloaded or produced by running the product.</summary>
    public static IEnumerable<string> Files(string folder, string pattern = "*")
    {
        var here = Directory.EnumerateFiles(folder, pattern).Where(file => !IsLink(file));
        var below = Directory.EnumerateDirectories(folder)
            .Where(sub => !_notOurs.Contains(Path.GetFileName(sub)) && !_notOursAtTheTop.Contains(Relative(sub)) && !IsLink(sub))
            .SelectMany(sub => Files(sub, pattern));
        return here.Concat(below).Order(StringComparer.Ordinal);
    }

    /// <summary>Hand-written C# and Razor of the product: src without generated migrations.</summary>
    public static IEnumerable<string> Sources() =>
        Files(At("src")).Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !Relative(file).Contains("/Migrations/", StringComparison.Ordinal));

    /// <summary>The product's projects by name, each with its project references and its package and framework references.</summary>
    public static IReadOnlyDictionary<string, ProjectFile> Projects() =>
        Files(At("src"), "*.csproj").ToDictionary(file => Path.GetFileNameWithoutExtension(file), Read, StringComparer.Ordinal);

    private static ProjectFile Read(string path)
    {
        var project = XDocument.Load(path);
        return new ProjectFile(
            (string?)project.Root?.Attribute("Sdk") ?? "",
            [.. Included("ProjectReference").Select(reference => ProjectName().Match(reference).Groups["name"].Value)],
            [.. Included("PackageReference"), .. Included("FrameworkReference")]);

        IEnumerable<string> Included(string element) => project.Descendants(element).Select(item => (string?)item.Attribute("Include") ?? "");
    }

    private static bool IsLink(string path) => File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint);

    private static string FindRoot()
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

    [GeneratedRegex(@"(?<name>[^/\\]+)\.csproj$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProjectName();
}

/// <summary>What a project file asks for.</summary>
/// <param name="Sdk">The SDK on its first line.</param>
/// <param name="Projects">Names of the projects that it references.</param>
/// <param name="Packages">Packages and shared frameworks that it references itself.</param>
internal sealed record ProjectFile(string Sdk, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages);
