using System.Diagnostics;
using System.Globalization;
using Kaohe.Storage;
using Kaohe.Storage.Definitions;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Benchmarks.Storage;

/// <summary>
/// A node with many pending timers: how long it takes to be ready, what it costs while nothing is due, and how long 2,000 take that are due at once.
/// <c>timers [--postgres CONNECTION] [--pending 100000] [--idle 30]</c>
/// </summary>
internal static class TimerLoad
{
    private const int DueAtOnce = 2000;

    public static async Task<int> RunAsync(string[] args)
    {
        var pending = int.Parse(StorageLoad.Option(args, "--pending") ?? "100000", CultureInfo.InvariantCulture);
        var postgres = StorageLoad.Option(args, "--postgres");
        if (StorageLoad.Option(args, "--folder") is { } filled)
        {
            return await MeasureAsync(args, filled, postgres, pending);
        }

        var folder = Directory.CreateTempSubdirectory("kaohe-bench-").FullName;
        await FillAsync(folder, postgres, pending);

        // In a process of its own, so that the start is a cold one.
        using var measuring = Process.Start(Environment.ProcessPath!, [.. args, "--folder", folder]);
        await measuring.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        return measuring.ExitCode;
    }

    private static async Task<int> MeasureAsync(string[] args, string folder, string? postgres, int pending)
    {
        var idle = TimeSpan.FromSeconds(int.Parse(StorageLoad.Option(args, "--idle") ?? "30", CultureInfo.InvariantCulture));
        using var host = StorageLoad.Build(folder, postgres, withNode: true);
        await host.StartAsync();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ready with {pending} pending timers {(DateTime.Now - process.StartTime).TotalSeconds:0.00} s after the process began, {process.WorkingSet64 / 1048576} MB"));

        await Task.Delay(TimeSpan.FromSeconds(15));
        process.Refresh();
        var cpu = process.TotalProcessorTime;
        await Task.Delay(idle);
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"idle for {idle.TotalSeconds:0} s: {cpu.TotalMilliseconds:0} ms of CPU, {cpu / idle:P2} of one core"));

        await MakeDueAsync(host.Services, DueAtOnce);
        var watch = Stopwatch.StartNew();
        while (await CountFinishedAsync(host.Services) < DueAtOnce)
        {
            await Task.Delay(50);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DueAtOnce} due at once among {pending}: {watch.Elapsed.TotalSeconds:0.00} s"));
        await host.StopAsync();
        return 0;
    }

    // One real instance is multiplied by SQL: what is measured is the node, not the filling.
    private static async Task FillAsync(string folder, string? postgres, int pending)
    {
        using var host = StorageLoad.Build(folder, postgres, withNode: false);
        await host.StartAsync();
        var definition = DefinitionJson.Read("""
            {"id":"","definitionId":"delay","name":"delay","root":{"id":"seq","type":"Elsa.Sequence","version":1,"activities":[
              {"id":"d","type":"Elsa.Delay","version":1,"timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"300.00:00:00"}}}]}}
            """);
        await host.Services.GetRequiredService<DefinitionStore>().SaveAndPublishAsync(definition);
        var first = await host.Services.GetRequiredService<WorkflowRuntime>().StartAsync(new StartRequest { DefinitionId = "delay", InstanceId = "first" });
        var bookmark = first.State!.Bookmarks.Single();
        var json = WorkflowStateSerializer.Serialize(first.State);
        foreach (var chunk in Enumerable.Range(0, pending).Chunk(1000))
        {
            await host.Services.GetRequiredService<IWriteLane>().RunAsync((db, _) =>
            {
                foreach (var i in chunk)
                {
                    var id = string.Create(CultureInfo.InvariantCulture, $"timer{i:000000}");
                    db.WorkflowInstances.Add(Instance(first.State, id, json.Replace("first", id, StringComparison.Ordinal)));
                    db.Bookmarks.Add(Bookmark(bookmark, id, bookmark.DueAt!.Value.AddSeconds(i)));
                }

                return Task.FromResult(true);
            });
        }

        await host.StopAsync();
    }

    private static WorkflowInstanceRow Instance(WorkflowState state, string id, string json) => new()
    {
        Id = id, Token = 1, DefinitionId = state.DefinitionId, DefinitionVersionId = state.DefinitionVersionId, DefinitionVersion = state.DefinitionVersion,
        Status = state.Status, SubStatus = state.SubStatus, CreatedAt = state.CreatedAt, UpdatedAt = state.UpdatedAt, State = System.Text.Encoding.UTF8.GetBytes(json),
    };

    private static BookmarkRow Bookmark(Bookmark bookmark, string instanceId, DateTimeOffset due) => new()
    {
        Id = bookmark.Id.Replace("first", instanceId, StringComparison.Ordinal), WorkflowInstanceId = instanceId, Name = bookmark.Name, Hash = bookmark.Hash,
        ActivityId = bookmark.ActivityId, ActivityNodeId = bookmark.ActivityNodeId,
        ActivityInstanceId = bookmark.ActivityInstanceId.Replace("first", instanceId, StringComparison.Ordinal), CreatedAt = bookmark.CreatedAt, DueAt = due, WakeAt = due,
    };

    private static async Task MakeDueAsync(IServiceProvider services, int count)
    {
        var now = DateTimeOffset.UtcNow;
        await services.GetRequiredService<IWriteLane>().RunAsync(async (db, cancel) =>
        {
            var ids = await db.Bookmarks.Where(b => b.WorkflowInstanceId != "first").OrderBy(b => b.WakeAt).Take(count).Select(b => b.Id).ToListAsync(cancel);
            return await db.Bookmarks.Where(b => ids.Contains(b.Id)).ExecuteUpdateAsync(set => set.SetProperty(b => b.WakeAt, now), cancel);
        });
    }

    private static async Task<int> CountFinishedAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync();
        return await db.WorkflowInstances.CountAsync(i => i.Status == WorkflowStatus.Finished);
    }
}
