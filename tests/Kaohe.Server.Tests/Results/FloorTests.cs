using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Results;

public sealed class FloorTests(DemoHost host) : IClassFixture<DemoHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_list_what_is_below_its_floor_until_the_office_decides_with_a_reason()
    {
        var office = await host.AsAsync("考核办主任");
        await EnterAsync(office, Kind("public", valid: 3));
        Assert.Equal([("xinfu", (string?)null, 3, false)], await ListAsync(office));

        using var silent = await DecideAsync(office, reason: " ");
        Assert.Equal([("reason", "决定不计必须写明理由，请填写后再提交。")], await DemoHost.ProblemsAsync(silent));
        Assert.Equal([("xinfu", null, 3, false)], await ListAsync(office));

        using var decided = await DecideAsync(office, reason: "样本不足，不能补测");
        Assert.Equal(HttpStatusCode.NoContent, decided.StatusCode);
        Assert.Equal([("xinfu", null, 3, true)], await ListAsync(office));
    }

    [Fact]
    public async Task Should_let_only_the_office_decide()
    {
        var team = await host.AsAsync("第一考核组联络员");

        using var decided = await DecideAsync(team, reason: "票少");
        using var list = await team.GetAsync("/api/cycles/2026/floor-decisions", Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, decided.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, list.StatusCode);
    }

    private static KindTally Kind(string code, int valid) => new()
    {
        KindCode = code, Issued = valid, Returned = valid, Valid = valid, Invalid = 0, Counts = new Dictionary<string, int> { ["good"] = valid },
    };

    private static async Task EnterAsync(HttpClient office, params KindTally[] kinds)
    {
        using var entered = await DemoHost.SendAsync(
            office, HttpMethod.Post, "/api/cycles/2026/tallies", new BallotTally { UnitId = "xinfu", Component = CompositeComponent.Survey, Kinds = kinds });
        Assert.Equal(HttpStatusCode.NoContent, entered.StatusCode);
    }

    private static Task<HttpResponseMessage> DecideAsync(HttpClient client, string reason) => DemoHost.SendAsync(
        client, HttpMethod.Post, "/api/cycles/2026/floor-decisions", new { unitId = "xinfu", component = CompositeComponent.Survey, kindCode = (string?)null, reason });

    private static async Task<IReadOnlyList<(string Unit, string? Kind, int Valid, bool Decided)>> ListAsync(HttpClient office)
    {
        var lines = await office.GetFromJsonAsync<JsonElement>("/api/cycles/2026/floor-decisions", Cancel);
        return
        [
            .. lines.EnumerateArray().Select(line => (
                line.GetProperty("unitId").GetString()!, Text(line, "kindCode"), line.GetProperty("valid").GetInt32(), line.TryGetProperty("decision", out var made) && made.ValueKind == JsonValueKind.Object)),
        ];
    }

    private static string? Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetString() : null;
}
