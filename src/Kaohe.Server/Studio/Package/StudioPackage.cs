using System.Text.RegularExpressions;
using Kaohe.Server.Shell.Hosting;
using Microsoft.AspNetCore.StaticFiles;

namespace Kaohe.Server.Studio.Package;

/// <summary>The files of Elsa Studio (npm <c>@elsa-workflows/elsa-studio-wasm</c>), as set-up restores them. They are found once: packages do not change while the server runs.</summary>
public sealed partial class StudioPackage
{
    /// <summary>Where the package lies, below the repository's root or beside the published program.</summary>
    public const string Folder = "node_modules/@elsa-workflows/elsa-studio-wasm";

    private static readonly FileExtensionContentTypeProvider _types = new()
    {
        Mappings = { [".dat"] = "application/octet-stream", [".blat"] = "application/octet-stream", [".cur"] = "image/x-icon" },
    };

    private readonly Dictionary<string, StudioFile> _files;

    private StudioPackage(Dictionary<string, StudioFile> files) => _files = files;

    /// <summary>Whether set-up has restored the package.</summary>
    public bool IsThere => _files.Count > 0;

    /// <summary>The file at a path below the package's root; null when there is none.</summary>
    /// <param name="path">With slashes, as in an address.</param>
    public StudioFile? this[string path] => _files.GetValueOrDefault(path);

    /// <summary>Finds the package; without it (set-up did not run) the result is empty.</summary>
    public static StudioPackage Find() => Read(RestoredPackages.Locate(Folder));

    /// <summary>Reads a folder; the result is empty when it is not there.</summary>
    /// <param name="folder">Full path.</param>
    public static StudioPackage Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return new StudioPackage([]);
        }

        var names = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')).ToHashSet(StringComparer.Ordinal);
        return new StudioPackage(names.Where(IsServed).ToDictionary(
            name => name,
            name => new StudioFile(
                Path.Combine(folder, name),
                _types.TryGetContentType(name, out var type) ? type : "application/octet-stream",
                IsHashed(name),
                names.Contains(name + ".br"),
                names.Contains(name + ".gz")),
            StringComparer.Ordinal));
    }

    /// <summary>Whether the name carries a hash of the content, so that a browser need never ask again.</summary>
    /// <param name="name">Path of a file of the package.</param>
    public static bool IsHashed(string name) => Hash().IsMatch(name);

    // The package's own page and settings name outside hosts; ours take their place.
    private static bool IsServed(string name) =>
        !name.EndsWith(".br", StringComparison.Ordinal) && !name.EndsWith(".gz", StringComparison.Ordinal) && name is not ("index.html" or "appsettings.json" or "package.json");

    // "Elsa.Studio.Core.xp6o1cja6y.wasm" (the .NET SDK) and "abap-D-t0cyap.js" (Monaco's bundler).
    [GeneratedRegex(@"\.[a-z0-9]{10}\.(wasm|js|dat|bundle\.scp\.css)$|/vs/([\w.]+/)*[\w.]+-[\w-]{8}\.js$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hash();
}
