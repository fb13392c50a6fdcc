using System.Diagnostics;
using System.Globalization;
using Kaohe.Storage;
using Kaohe.Storage.Databases;
using Kaohe.Storage.Definitions;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Definitions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kaohe.Benchmarks.Storage;

/// <summary>
/// Starts and resumes instances through the storage: <c>storage [--postgres CONNECTION] [--workers 1,4] [--seconds 10] [--node]</c>. One instance is a start and ten
/// resumes of RunTask, with a variable set and a line written between them. <c>--node</c> delivers the effects at the same time.
/// </summary>
internal static class StorageLoad
{
    private const int Steps = 10;

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = int.Parse(Option(args, "--seconds") ?? "10", CultureInfo.InvariantCulture);
        var withNode = args.Contains("--node");
        var folder = Directory.CreateTempSubdirectory("kaohe-bench-").FullName;
        using var host = Build(folder, Option(args, "--postgres"), withNode);
        await host.StartAsync();
        var definition = (await host.Services.GetRequiredService<DefinitionStore>().SaveAndPublishAsync(Definition())).Definition!;
        var runtime = host.Services.GetRequiredService<WorkflowRuntime>();
        await MeasureAsync(runtime, definition.DefinitionId, workers: 4, TimeSpan.FromSeconds(20)); // until the runtime has compiled for good
        foreach (var workers in (Option(args, "--workers") ?? "1,4").Split(',').Select(w => int.Parse(w, CultureInfo.InvariantCulture)))
        {
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var (starts, resumes, elapsed) = await MeasureAsync(runtime, definition.DefinitionId, workers, TimeSpan.FromSeconds(seconds));
            cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"workers {workers}: {resumes.Count / elapsed.TotalSeconds:0} resumes/s (and {starts / elapsed.TotalSeconds:0} starts/s), p50 {Percentile(resumes, 0.5):0.00} ms, p95 {Percentile(resumes, 0.95):0.00} ms, p99 {Percentile(resumes, 0.99):0.00} ms; CPU {cpu.TotalMilliseconds * 1000 / (resumes.Count + starts):0} us/burst"));
        }

        await host.StopAsync();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    internal static IHost Build(string folder, string? postgres, bool withNode)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration["Data:Folder"] = folder;
        if (postgres is not null)
        {
            builder.Configuration["Database:Provider"] = nameof(DatabaseProvider.PostgreSql);
            builder.Configuration["Database:ConnectionString"] = postgres;
        }

        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.Services.AddKaoheStorage(builder.Configuration);
        if (withNode)
        {
            builder.Services.AddKaoheNode(builder.Configuration);
        }

        return builder.Build();
    }

    internal static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    private static async Task<(int Starts, List<double> Resumes, TimeSpan Elapsed)> MeasureAsync(
        WorkflowRuntime runtime, string definitionId, int workers, TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        var results = await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() => WorkAsync(runtime, definitionId, watch, duration))));
        return (results.Sum(r => r.Starts), [.. results.SelectMany(r => r.Resumes)], watch.Elapsed);
    }

    private static async Task<(int Starts, List<double> Resumes)> WorkAsync(WorkflowRuntime runtime, string definitionId, Stopwatch watch, TimeSpan duration)
    {
        var starts = 0;
        var resumes = new List<double>();
        while (watch.Elapsed < duration)
        {
            var result = await runtime.StartAsync(new StartRequest { DefinitionId = definitionId, InstanceId = Guid.CreateVersion7().ToString("N"), Name = "基准" });
            starts++;
            while (result.State!.Bookmarks is [var bookmark] && watch.Elapsed < duration)
            {
                var began = Stopwatch.GetTimestamp();
                result = await runtime.ResumeAsync(new ResumeRequest { InstanceId = result.InstanceId, BookmarkId = bookmark.Id });
                resumes.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                if (!result.Ran)
                {
                    throw new InvalidOperationException($"The bookmark was not there: {result.Outcome}.");
                }
            }
        }

        return (starts, resumes);
    }

    private static double Percentile(List<double> values, double part)
    {
        values.Sort();
        return values[(int)((values.Count - 1) * part)];
    }

    private static WorkflowDefinition Definition()
    {
        var steps = string.Join(",", Enumerable.Range(0, Steps).Select(i => $$$$"""
            {"id":"s{{{{i}}}}","type":"Elsa.SetVariable","version":1,"variable":{"id":"v","name":"V","typeName":"Object"},"value":{"typeName":"Object","expression":{"type":"Literal","value":"第 {{{{i}}}} 步"}}},
            {"id":"t{{{{i}}}}","type":"Elsa.RunTask","version":1,"taskName":{"typeName":"String","expression":{"type":"Literal","value":"审核"}}},
            {"id":"w{{{{i}}}}","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"Literal","value":"完成"}}}
            """));
        return DefinitionJson.Read($$$$"""
            {"id":"","definitionId":"bench","name":"bench","variables":[{"id":"v","name":"V","typeName":"Object","storageDriverTypeName":"Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"}],
             "root":{"id":"seq","type":"Elsa.Sequence","version":1,"activities":[{{{{steps}}}}]}}
            """);
    }
}
