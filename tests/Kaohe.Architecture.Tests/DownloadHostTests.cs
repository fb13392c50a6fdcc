using System.Text.RegularExpressions;
using Xunit;

namespace Kaohe.Architecture.Tests;

/// <summary>Where packages are downloaded from is the machine's business: no file of ours says it.</summary>
public sealed partial class DownloadHostTests
{
    private static readonly string[] _text =
    [
        ".cs", ".razor", ".csproj", ".props", ".targets", ".sln", ".json", ".md", ".sh", ".mjs", ".js", ".css", ".html", ".xml", ".yml", ".yaml",
        ".config", ".liquid", ".py", ".txt", ".conf", ".npmrc", ".editorconfig", ".gitignore", "",
    ];

    [Fact]
    public void Should_record_no_address_in_a_lock_file()
    {
        var locks = Repository.Files(Repository.Root, "packages.lock.json").Append(Repository.At("package-lock.json")).ToList();
        Assert.True(locks.Count > 10, "the lock files are gone");
        Assert.Empty(locks.Where(file => Address().IsMatch(File.ReadAllText(file))).Select(Repository.Relative));
    }

    [Fact]
    public void Should_name_no_package_registry_in_any_file()
    {
        var found = from file in Repository.Files(Repository.Root)
                    where _text.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
                    from line in File.ReadLines(file).Index()
                    where Registry().IsMatch(line.Item)
                    select $"{Repository.Relative(file)}:{line.Index + 1} {Registry().Match(line.Item).Value}";
        Assert.Empty(found);
    }

    [GeneratedRegex(@"https?://|""resolved""\s*:\s*""[^""]*/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    // Written as a pattern so that this file names none either.
    [GeneratedRegex(@"\b([\w-]+\.)*[\w-]*(registry|nuget|npmjs|npmmirror|unpkg|pypi)[\w-]*\.([\w-]+\.)*(org|com|dev|io|net|cn)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Registry();
}
