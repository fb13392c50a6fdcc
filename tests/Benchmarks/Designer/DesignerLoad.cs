using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Kaohe.Server.Elsa;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Kaohe.Benchmarks.Designer;

/// <summary>How long the Elsa API takes, over HTTP on the real server: all descriptors, and a definition of 200 activities read and saved.</summary>
internal static class DesignerLoad
{
    private const int Activities = 200;
    private const int Runs = 50;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kaohe-designer-").FullName;
        await using var app = KaoheHost.Build(["--urls=http://127.0.0.1:0", $"--Data:Folder={folder}"], builder => builder.Logging.ClearProviders());
        await app.StartAsync();
        using var client = await SignInAsync(app);
        var save = new JsonObject { ["model"] = Definition(), ["publish"] = false }.ToJsonString();

        await MeasureAsync("descriptors/activities", _ => client.GetAsync($"{ElsaFeature.ApiPath}/descriptors/activities?Refresh=True"));
        await MeasureAsync($"save {Activities} activities", run => client.PostAsync(
            $"{ElsaFeature.ApiPath}/workflow-definitions",
            new StringContent(save.Replace("第 0 版", string.Create(CultureInfo.InvariantCulture, $"第 {run} 版"), StringComparison.Ordinal), Encoding.UTF8, "application/json")));
        await MeasureAsync($"read {Activities} activities", _ => client.GetAsync($"{ElsaFeature.ApiPath}/workflow-definitions/by-definition-id/bench?versionOptions=Latest"));

        await app.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task MeasureAsync(string what, Func<int, Task<HttpResponseMessage>> call)
    {
        var times = new List<double>(Runs);
        var (first, bytes) = (0.0, 0);
        for (var run = 0; run <= Runs; run++)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await call(run);
            bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
            var time = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            answer.EnsureSuccessStatusCode();
            if (run == 0)
            {
                first = time;
            }
            else
            {
                times.Add(time);
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-24} {bytes / 1024,5} kB  first {first,6:0.0} ms  median {times[Runs / 2],6:0.0} ms  p95 {times[Runs * 95 / 100],6:0.0} ms"));
    }

    private static async Task<HttpClient> SignInAsync(WebApplication app)
    {
        await DesignerAccount.CreateAsync(app);
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(app.Urls.Single()) };
        using var answer = await client.PostAsJsonAsync("/api/auth/sign-in", new SignInRequest(DesignerAccount.Name, DesignerAccount.Password));
        answer.EnsureSuccessStatusCode();
        return client;
    }

    // A long row of human tasks with the inputs that the office fills in.
    private static JsonObject Definition()
    {
        var activities = new JsonArray(new JsonObject { ["id"] = "a0", ["type"] = "Elsa.Start", ["version"] = 1 });
        var connections = new JsonArray();
        for (var number = 1; number < Activities; number++)
        {
            activities.Add(new JsonObject
            {
                ["id"] = Id(number),
                ["name"] = $"HumanTask{number}",
                ["type"] = "Kaohe.HumanTask",
                ["version"] = 1,
                ["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = number * 200, ["y"] = 0 } } },
                ["title"] = Input("JavaScript", $"'第 ' + {number} + ' 项任务'"),
                ["instructions"] = Input("Literal", "请按要求办理。"),
                ["role"] = Input("Literal", "office"),
                ["deadline"] = Input("Literal", "10个工作日"),
            });
            connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = Id(number - 1), ["port"] = "Done" }, ["target"] = new JsonObject { ["activity"] = Id(number), ["port"] = "In" }, ["vertices"] = new JsonArray(),
            });
        }

        return new JsonObject
        {
            ["definitionId"] = "bench",
            ["name"] = "二百个活动",
            ["description"] = "第 0 版",
            ["root"] = new JsonObject { ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = activities, ["connections"] = connections },
        };
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"a{number}");

    private static JsonObject Input(string type, string value) => new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };
}
