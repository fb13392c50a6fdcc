using System.Diagnostics;
using System.Globalization;
using Kaohe.Benchmarks.Storage;
using Kaohe.Office.People;
using Kaohe.Storage;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Benchmarks.Inbox;

/// <summary>
/// Pages of an inbox among many tasks: <c>inbox [--tasks 1000000] [--rounds 100] [--postgres CONNECTION] [--folder FOLDER] [--plans]</c>. A folder (or a
/// database) that is filled already is measured as it is; <c>--plans</c> also prints how the database reads each list.
/// </summary>
internal static class InboxLoad
{
    private const int PageSize = 30;
    private const double Share = 0.95;
    private const double Goal = 50;
    private static readonly TimeProvider _clock = TimeProvider.System;

    public static async Task<int> RunAsync(string[] args)
    {
        var count = int.Parse(StorageLoad.Option(args, "--tasks") ?? "1000000", CultureInfo.InvariantCulture);
        var rounds = int.Parse(StorageLoad.Option(args, "--rounds") ?? "100", CultureInfo.InvariantCulture);
        var folder = StorageLoad.Option(args, "--folder") ?? Directory.CreateTempSubdirectory("kaohe-bench-").FullName;
        using var host = StorageLoad.Build(folder, StorageLoad.Option(args, "--postgres"), withNode: false);
        await host.StartAsync();
        var databases = host.Services.GetRequiredService<IDbContextFactory<KaoheDb>>();
        await using (var db = await databases.CreateDbContextAsync())
        {
            await InboxFill.EnsureAsync(db, count, _clock.GetUtcNow());
        }

        using var plans = args.Contains("--plans") ? new QueryPlans() : null;
        Console.WriteLine($"machine: {Environment.ProcessorCount} cores, load {Load()}");
        var passed = true;
        var inbox = new TaskInbox(databases, _clock);
        foreach (var (name, read) in Scenarios(inbox, new Random(1)))
        {
            passed &= await MeasureAsync(name, read, rounds, plans);
        }

        Console.WriteLine($"load {Load()}: {(passed ? "every" : "NOT every")} p95 within {Goal} ms");
        await host.StopAsync();
        return passed ? 0 : 1;
    }

    private static IEnumerable<(string Name, Func<Task<string>> Read)> Scenarios(TaskInbox inbox, Random random)
    {
        var office = Actor.Of(InboxFill.Office);
        InboxFilter all = new() { Box = InboxBox.All };
        yield return ("office, 待办, counts", async () => (await inbox.CountAsync(office)).ToString());
        yield return ("office, 待办, first page", () => PageAsync(office, new InboxFilter()));
        yield return ("office, 待办, deep page", () => PageAsync(office, new InboxFilter(), 2400));
        yield return ("office, 待办, newest first", () => PageAsync(office, new InboxFilter { Sort = InboxSort.Newest }));
        yield return ("office, 待办, search", () => PageAsync(office, new InboxFilter { Text = "督查" }));
        yield return ("office, 待办, overdue", () => PageAsync(office, new InboxFilter { Due = InboxDue.Overdue }));
        yield return ("office, 等待他人, first page", () => PageAsync(office, new InboxFilter { Box = InboxBox.Waiting }));
        yield return ("office, 已办, first page", () => PageAsync(office, new InboxFilter { Box = InboxBox.Done }));
        yield return ("office, 已办, deep page", () => PageAsync(office, new InboxFilter { Box = InboxBox.Done }, 4900));
        yield return ("office, 已办, search", () => PageAsync(office, new InboxFilter { Box = InboxBox.Done, Text = "自查" }));
        yield return ("office, 全部, counts", async () => (await inbox.CountAsync(office, InboxBox.All)).ToString());
        yield return ("office, 全部, first page", () => PageAsync(office, all));
        yield return ("office, 全部, deep page", () => PageAsync(office, all, 4900));
        yield return ("office, 全部, newest first", () => PageAsync(office, all with { Sort = InboxSort.Newest }));
        yield return ("office, 全部, overdue", () => PageAsync(office, all with { Due = InboxDue.Overdue }));
        yield return ("office, 全部, overdue newest first", () => PageAsync(office, all with { Due = InboxDue.Overdue, Sort = InboxSort.Newest }));
        yield return ("office, 全部, one unit", () => PageAsync(office, all with { UnitId = InboxFill.Unit(random.Next(InboxFill.Units)) }));
        yield return ("office, 全部, one step", () => PageAsync(office, all with { StepCode = InboxFill.Step(random.Next(InboxFill.Steps)) }));
        yield return ("office, 全部, one year and step", () => PageAsync(office, all with { CycleYear = 2020, StepCode = InboxFill.Step(random.Next(InboxFill.Steps)) }));
        yield return ("office, 全部, one kind", () => PageAsync(office, all with { Kind = InboxFill.Kind(random.Next(InboxFill.Kinds)) }));
        yield return ("office, 全部, search for a unit's work", () => PageAsync(office, all with { Text = $"第{random.Next(InboxFill.Units)}区：自查" }));
        yield return ("office, 全部, search for a number", () => PageAsync(office, all with { Text = $"第{random.Next(100_000)}号" }));
        yield return ("office, 全部, search for a common word", () => PageAsync(office, all with { Text = "督查" }));
        yield return ("office, 全部, search for a common phrase", () => PageAsync(office, all with { Text = "填报督查材料" }));
        yield return ("office, 全部, search for a common word in one unit", () => PageAsync(office, all with { Text = "督查", UnitId = InboxFill.Unit(random.Next(InboxFill.Units)) }));
        var clerk = Actor.Of(InboxFill.Clerk(7));
        yield return ("unit, 待办, counts", async () => (await inbox.CountAsync(clerk)).ToString());
        yield return ("unit, 待办, first page", () => PageAsync(clerk, new InboxFilter()));
        yield return ("unit, 已办, first page", () => PageAsync(clerk, new InboxFilter { Box = InboxBox.Done }));

        async Task<string> PageAsync(Actor actor, InboxFilter filter, int skip = 0)
        {
            var page = await inbox.ListAsync(actor, filter, new PageRequest(skip, PageSize));
            return $"{page.Items.Count} of {page.TotalCount}";
        }
    }

    private static async Task<bool> MeasureAsync(string name, Func<Task<string>> read, int rounds, QueryPlans? plans)
    {
        plans?.Listen();
        var found = await read();
        plans?.Rest();
        await read();
        List<double> times = [];
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await read();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        processor = Process.GetCurrentProcess().TotalProcessorTime - processor;
        times.Sort();
        var p95 = times[(int)(times.Count * Share)];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(p95 <= Goal ? "ok  " : "SLOW")} {name}: p50 {times[times.Count / 2]:0.0} ms, p95 {p95:0.0} ms, most {times[^1]:0.0} ms, own processor time {processor.TotalMilliseconds / rounds:0.0} ms ({found})"));
        foreach (var line in plans?.Take() ?? [])
        {
            Console.WriteLine($"       {line}");
        }

        return p95 <= Goal;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
