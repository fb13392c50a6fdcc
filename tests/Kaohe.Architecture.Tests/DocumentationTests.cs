using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Kaohe.Architecture.Tests;

/// <summary>What the repository tells its readers stays complete and true.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] _sections = ["Status", "Context", "Decision", "Consequences"];

    [Fact]
    public void Should_give_every_decision_record_its_number_and_four_sections()
    {
        var records = Repository.Files(Repository.At("docs", "adr"), "*.md").ToList();
        Assert.NotEmpty(records);
        Assert.All(records, record =>
        {
            Assert.Matches(@"^\d{4}-[a-z0-9-]+\.md$", Path.GetFileName(record));
            var text = File.ReadAllText(record);
            Assert.Equal(_sections, Heading().Matches(text).Select(match => match.Groups["title"].Value));
            Assert.All(_sections, section => Assert.Matches($@"(?m)^## {section}\r?\n\s*\S", text));
        });
        Assert.Equal(Enumerable.Range(1, records.Count), records.Select(record => int.Parse(Path.GetFileName(record)[..4])));
    }

    [Fact]
    public void Should_document_every_setting_and_no_other()
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Repository.At("appsettings.json")));
        var documented = Setting().Matches(File.ReadAllText(Repository.At("docs", "configuration.md"))).Select(match => match.Groups["key"].Value);
        Assert.Equal(Leaves(settings.RootElement, "").Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Should_link_only_to_files_that_exist()
    {
        var broken = from file in Repository.Files(Repository.Root, "*.md")
                     from Match link in RelativeLink().Matches(File.ReadAllText(file))
                     let target = Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(link.Groups["target"].Value))
                     where !File.Exists(target) && !Directory.Exists(target)
                     select $"{Repository.Relative(file)} -> {link.Groups["target"].Value}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Should_name_every_package_of_the_product_in_the_notices()
    {
        var notices = File.ReadAllText(Repository.At("THIRD-PARTY-NOTICES.md"));
        var missing = from file in Repository.Files(Repository.At("src"), "packages.lock.json")
                      from package in LockedPackages(file)
                      where !notices.Contains($"| {package} |", StringComparison.Ordinal)
                      select $"{package}: restore, run `node scripts/notices.mjs`, commit THIRD-PARTY-NOTICES.md";
        Assert.Empty(missing.Distinct());
    }

    private static IEnumerable<string> LockedPackages(string lockFile)
    {
        using var content = JsonDocument.Parse(File.ReadAllText(lockFile));
        return [.. from framework in content.RootElement.GetProperty("dependencies").EnumerateObject()
                   from package in framework.Value.EnumerateObject()
                   where package.Value.GetProperty("type").GetString() != "Project"
                   select $"{package.Name} | {package.Value.GetProperty("resolved").GetString()}"];
    }

    private static IEnumerable<string> Leaves(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(property => Leaves(property.Value, path.Length == 0 ? property.Name : $"{path}:{property.Name}"))
            : [path];

    [GeneratedRegex(@"^## (?<title>\S.*?)\r?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    // A setting is documented by a table row that begins with its key: | `Data:Folder` | ...
    [GeneratedRegex(@"^\| `(?<key>[\w.]+(:[\w.]+)+)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\]\((?![a-z]+:|#)(?<target>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RelativeLink();
}
