using System.Text.RegularExpressions;

namespace Kaohe.Documents.Tests.Support;

/// <summary>
/// PDFBox Preflight (Debian libpdfbox2-java), a validator of PDF/A-1b. Part 2 allows what part 1 forbids in few places only; those findings are taken out
/// by <see cref="IsAllowedInPart2"/>, so that what is left is wrong in PDF/A-2b as well.
/// </summary>
internal static partial class Preflight
{
    private static readonly string[] Jars = ["pdfbox2", "preflight", "xmpbox", "fontbox2", "commons-logging", "javax.activation", "jaxb-api"];

    /// <summary>What is wrong with each PDF of a folder, by file name (ASCII: Java's console knows no other).</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> Check(string folder)
    {
        var classes = string.Join(Path.PathSeparator, Jars.Select(jar => $"/usr/share/java/{jar}.jar"));
        var (_, output, error) = await Shell.Try("java", "-cp", classes, "org.apache.pdfbox.preflight.Validator_A1b", "batch", folder);
        Dictionary<string, IReadOnlyList<string>> found = [];
        List<string> problems = [];
        foreach (var line in output.Split('\n'))
        {
            if (FileLine().Match(line) is { Success: true } file)
            {
                found[file.Groups["name"].Value] = problems = [];
            }
            else if (line.Length > 0 && !IsAllowedInPart2(line))
            {
                problems.Add(line);
            }
        }

        return found.Count > 0 ? found : throw new InvalidOperationException($"PDFBox Preflight said nothing: {error}");
    }

    // ISO 19005-2: transparency (6.2.10, looked at by our own test), no CIDSet needed (6.2.11.4.2), and the part that the metadata names.
    private static bool IsAllowedInPart2(string finding) =>
        finding.StartsWith("2.2.1 : Invalid graphics transparency, Group", StringComparison.Ordinal)
        || finding.StartsWith("2.2.2 : Invalid graphics transparency, Soft Mask", StringComparison.Ordinal)
        || finding.StartsWith("4.1.3 : Transparency error, BlendMode", StringComparison.Ordinal)
        || (finding.StartsWith("3.1.11 : ", StringComparison.Ordinal) && finding.Contains("The CIDSet entry is missing", StringComparison.Ordinal))
        || finding == "7.11.2 : Error on MetaData, part must be 1";

    [GeneratedRegex(@"^The file (?<name>\S+) is (not )?a valid PDF/A-1b file", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileLine();
}
