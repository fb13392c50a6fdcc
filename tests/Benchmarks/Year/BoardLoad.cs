using System.Diagnostics;
using System.Text.Json.Nodes;
using EndToEnd.Server;
using EndToEnd.Year;
using Kaohe.Activities;

namespace Kaohe.Benchmarks.Year;

/// <summary>The board of 104 units × 11 steps, opened again and again as endpoint and as a person sees it: <c>board</c>, in the middle of the year; <c>year</c> measures it at the end.</summary>
internal static class BoardLoad
{
    private const double Share = 0.95;

    public static async Task<int> RunAsync()
    {
        await using var server = new KaoheProcess();
        await server.StartAsync(CancellationToken.None);
        using var year = new YearDriver(server, CancellationToken.None);
        await year.StartAsync();
        await year.RunAsync(isEnough: () => year.Done.ContainsKey(TaskKinds.ReadingCertification));
        await MeasureAsync(year, rounds: 200);
        await BoardSight.MeasureAsync(server, rounds: 30);
        return 0;
    }

    internal static async Task MeasureAsync(YearDriver year, int rounds)
    {
        var office = await year.AsAsync(Duties.Checking);
        var board = (await office.GetAsync($"/api/board/{year.Year}", CancellationToken.None)).AsObject();
        var cells = board["units"]!.AsArray().Sum(unit => unit!["cells"]!.AsArray().Count);
        foreach (var path in new[] { $"/api/board/{year.Year}", $"/board?year={year.Year}" })
        {
            List<double> times = [];
            var size = 0;
            for (var round = -10; round < rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                var (status, content) = await office.DownloadAsync(path, CancellationToken.None);
                if (status != System.Net.HttpStatusCode.OK)
                {
                    throw new InvalidOperationException($"{path}: {status}");
                }

                size = content.Length;
                if (round >= 0)
                {
                    times.Add(watch.Elapsed.TotalMilliseconds);
                }
            }

            times.Sort();
            YearLoad.Write(
                true,
                $"{path}: {cells} cells, {size / 1024} kB, p50 {times[times.Count / 2]:0} ms, p95 {times[(int)(times.Count * Share)]:0} ms, most {times[^1]:0} ms of {rounds}");
        }
    }
}
