using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Simulation;
using Kaohe.Workflows.Values;
using Xunit;

namespace Kaohe.Workflows.Tests.Conformance;

/// <summary>Every case does what the real Elsa 3.8 engine was measured to do, in every field.</summary>
public sealed class ConformanceTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never,
    };

    public static TheoryData<string> Cases { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Conformance", "cases"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_do_what_Elsa_does(string name)
    {
        var json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Conformance", "cases", name + ".json"));
        var expected = JsonNode.Parse(json)!["expected"]!.AsObject();
        var (result, _) = SimulationRun.Play(ActivityRegistry.Core, ConformanceCase.Read(json), DateTimeOffset.UnixEpoch.AddYears(56));
        var actual = JsonSerializer.SerializeToNode(result, Web)!.AsObject();
        foreach (var (field, value) in expected)
        {
            Assert.Equal(Normal(value), Normal(actual[field]));
        }

        Assert.Equal(9, expected.Count);
    }

    [Fact]
    public void Should_have_all_cases() => Assert.Equal(69, Cases.Count);

    private static string Normal(JsonNode? node) => PlainValueJson.Write(Strip(node));

    // A hash that a case does not state is not compared; everything else is.
    private static JsonNode? Strip(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            return new JsonArray([.. array.Select(Strip)]);
        }

        if (node is not JsonObject map)
        {
            return node?.DeepClone();
        }

        var copy = new JsonObject();
        foreach (var (key, value) in map.Where(p => p.Value is not null).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            copy[key] = Strip(value);
        }

        return copy;
    }
}
