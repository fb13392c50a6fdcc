using System.Diagnostics;
using System.Globalization;
using EndToEnd.Server;
using EndToEnd.Year;

namespace Kaohe.Benchmarks.Year;

/// <summary>
/// The demo city's whole cycle, 104 units from 督查 to 销号, through the running product over HTTP, on SQLite: <c>year [--log] [--keep] [--until KIND]</c>. People sign in before
/// the watch starts: hashing a password is slow on purpose and happens once a day.
/// </summary>
internal static class YearLoad
{
    public static async Task<int> RunAsync(string[] args)
    {
        var keeps = args.Contains("--keep");
        await using var server = new KaoheProcess { KeepsFolder = keeps };
        await server.StartAsync(CancellationToken.None);
        var log = args.Contains("--log");
        var watch = Stopwatch.StartNew();
        using var year = new YearDriver(server, CancellationToken.None) { Log = line => Write(log, $"{watch.Elapsed.TotalSeconds,6:0.0} s, processor {Cpu(server).TotalSeconds,6:0.0} s  {line}") };
        var people = await year.SignInAllAsync();
        Write(true, $"{people} people signed in: {watch.Elapsed.TotalSeconds:0.0} s");

        var (cpu, own) = (Cpu(server), Environment.CpuUsage.TotalTime);
        watch.Restart();
        await year.StartAsync();
        await year.RunAsync(Option(args, "--until") is { } kind ? () => year.Done.GetValueOrDefault(kind) >= year.City.Units.Count : null);
        watch.Stop();
        (cpu, own) = (Cpu(server) - cpu, Environment.CpuUsage.TotalTime - own);
        Write(true, $"The year: {watch.Elapsed.TotalSeconds:0.0} s, {await year.StatusAsync()}; {year.City.Units.Count} units, {year.Done.Values.Sum()} tasks, {year.Moves} moves of the clock");
        Write(true, $"Server: {cpu.TotalSeconds:0.0} s of processor time, {server.Running.PeakWorkingSet64 / 1024 / 1024} MB at most; driver: {own.TotalSeconds:0.0} s; load of the machine {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]}");

        // The year's mails and papers still wait in memory for the disk, a gigabyte and more; written behind the board's back they would be measured with it.
        using (var flush = Process.Start("sync"))
        {
            await flush.WaitForExitAsync();
        }

        await BoardLoad.MeasureAsync(year, rounds: 100);
        await BoardSight.MeasureAsync(server, rounds: 30);
        Write(keeps, $"Kept in {server.Folder}");
        return 0;
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static TimeSpan Cpu(KaoheProcess server)
    {
        server.Running.Refresh();
        return server.Running.TotalProcessorTime;
    }

    internal static void Write(bool wanted, FormattableString line)
    {
        if (wanted)
        {
            Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        }
    }
}
