using System.Reflection;
using NetArchTest.Rules;
using Xunit;

namespace Kaohe.Architecture.Tests;

/// <summary>The same arrows by type: what compiled code really uses, whatever the project files allow.</summary>
public sealed class TypeArrowTests
{
    private static readonly string[] _infrastructure =
        ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Data.Sqlite", "Npgsql", "System.Data", "MudBlazor", "MailKit"];

    public static TheoryData<string, string[]> Forbidden => new()
    {
        { "Kaohe.Workflows", [.. All.Except(["Kaohe.Workflows"]), .. _infrastructure] },
        { "Kaohe.Assessment", [.. All.Except(["Kaohe.Assessment"]), .. _infrastructure] },
        { "Kaohe.Office", [.. All.Except(["Kaohe.Office"]), .. _infrastructure] },
        { "Kaohe.Documents", [.. All.Except(["Kaohe.Documents"]), .. _infrastructure] },
        { "Kaohe.Activities", ["Kaohe.Storage", "Kaohe.Server", "Kaohe.Cli", .. _infrastructure] },
        { "Kaohe.Storage", ["Kaohe.Documents", "Kaohe.Activities", "Kaohe.Server", "Kaohe.Cli", "MudBlazor", "MailKit"] },
        { "Kaohe.Server", ["Kaohe.Cli"] },
        { "kaohe", ["Kaohe.Server", "Microsoft.AspNetCore", "MudBlazor"] },
    };

    private static string[] All =>
        ["Kaohe.Workflows", "Kaohe.Assessment", "Kaohe.Office", "Kaohe.Documents", "Kaohe.Activities", "Kaohe.Storage", "Kaohe.Server", "Kaohe.Cli"];

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Should_use_no_type_from_where_no_arrow_leads(string assembly, string[] namespaces)
    {
        var result = Types.InAssembly(Assembly.Load(assembly)).ShouldNot().HaveDependencyOnAny(namespaces).GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }
}
