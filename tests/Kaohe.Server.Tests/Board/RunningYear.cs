using System.Net;
using System.Text.Json.Nodes;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Board;

/// <summary>The demo city with the product's own flows, its year started: 督查落实 is under way and the office has its first task.</summary>
public sealed class RunningYear : DemoHost
{
    protected override IEnumerable<string> Settings => [.. base.Settings, $"--Workflows:Folder={ProductFolders.Product("workflows")}"];

    /// <summary>The office's first task.</summary>
    public string FirstTask { get; private set; } = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var office = await AsAsync("考核办主任");
        using var started = await SendAsync(office, HttpMethod.Post, "/api/cycles/2026/start", new { });
        Assert.Equal(HttpStatusCode.NoContent, started.StatusCode);
        await Wait.UntilAsync(async () =>
        {
            var page = JsonNode.Parse(await office.GetStringAsync("/api/tasks?box=All&live=true", TestContext.Current.CancellationToken))!;
            FirstTask = page["items"]!.AsArray().FirstOrDefault()?["id"]!.ToString() ?? "";
            return FirstTask.Length > 0;
        });
    }
}
