using Xunit;

namespace Kaohe.Architecture.Tests;

/// <summary>The arrows between projects, as architecture.md draws them, read from the project files.</summary>
public sealed class ProjectArrowTests
{
    private static readonly Dictionary<string, string[]> _arrows = new(StringComparer.Ordinal)
    {
        ["Kaohe.Workflows"] = [],
        ["Kaohe.Assessment"] = [],
        ["Kaohe.Office"] = [],
        ["Kaohe.Documents"] = [],
        ["Kaohe.Activities"] = ["Kaohe.Workflows", "Kaohe.Assessment", "Kaohe.Office", "Kaohe.Documents"],
        ["Kaohe.Storage"] = ["Kaohe.Workflows", "Kaohe.Assessment", "Kaohe.Office"],
        ["Kaohe.Server"] = ["Kaohe.Activities", "Kaohe.Storage"],
        ["Kaohe.Cli"] = ["Kaohe.Activities", "Kaohe.Storage"],
    };

    public static TheoryData<string> AllProjects => [.. _arrows.Keys];

    public static TheoryData<string> PureProjects => ["Kaohe.Workflows", "Kaohe.Assessment", "Kaohe.Office", "Kaohe.Documents", "Kaohe.Activities"];

    [Fact]
    public void Should_hold_exactly_the_rooms_of_the_house() =>
        Assert.Equal(_arrows.Keys.Order(StringComparer.Ordinal), Repository.Projects().Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void Should_reference_only_projects_that_an_arrow_reaches(string project)
    {
        var notAllowed = Repository.Projects()[project].Projects.Except(_arrows[project], StringComparer.Ordinal);
        Assert.Empty(notAllowed);
    }

    [Theory]
    [MemberData(nameof(PureProjects))]
    public void Should_keep_databases_and_the_web_out_of_pure_projects(string project)
    {
        var file = Repository.Projects()[project];
        Assert.Equal("Microsoft.NET.Sdk", file.Sdk);
        Assert.DoesNotContain(file.Packages, package =>
            package.Contains("EntityFrameworkCore", StringComparison.Ordinal)
            || package.Contains("AspNetCore", StringComparison.Ordinal)
            || package.Contains("Sqlite", StringComparison.Ordinal)
            || package.Contains("Npgsql", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_list_every_project_in_the_solution()
    {
        var solution = File.ReadAllText(Repository.At("Kaohe.Workflows.sln")).Replace('\\', '/');
        var missing = Repository.Files(Repository.Root, "*.csproj").Select(Repository.Relative)
            .Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal));
        Assert.Empty(missing);
    }
}
