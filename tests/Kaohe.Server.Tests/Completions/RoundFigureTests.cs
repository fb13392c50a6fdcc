using Kaohe.Activities;
using Kaohe.Office.People;
using Kaohe.Server.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tests.Completions;

/// <summary>Figures of a quarter's 督查 are the quarter's: they need no reason against the year's, and leave the year's alone.</summary>
public sealed class RoundFigureTests(DemoHost host) : IClassFixture<DemoHost>
{
    private const string Unit = "wutai";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_keep_the_figures_of_a_round_apart_from_those_of_the_year()
    {
        var unit = await host.AsAsync("五台县联络员");
        await using var db = host.Read();
        var year = await db.Set<Kaohe.Storage.Assessment.Indicators.ReadingRow>().AsNoTracking().Where(row => row.UnitId == Unit && row.Period == "2026").ToListAsync(Cancel);
        Assert.NotEmpty(year);

        var (code, first) = await FileAsync(unit, 1m, reason: "");
        Assert.True(first.IsSuccessStatusCode, await first.Content.ReadAsStringAsync(Cancel));
        var (_, changed) = await FileAsync(unit, 2m, reason: "");

        var problem = Assert.Single(await DemoHost.ProblemsAsync(changed));
        Assert.Equal($"data.items[{code}].reason", problem.Path);
        var quarter = Assert.Single(await db.Set<Kaohe.Storage.Assessment.Indicators.ReadingRow>().AsNoTracking().Where(row => row.UnitId == Unit && row.Period == "2026Q2").ToListAsync(Cancel));
        Assert.Equal((code, 1m), (quarter.IndicatorCode, quarter.Value.Value));
        Assert.Equal(
            year.Select(row => row.Json).Order(StringComparer.Ordinal),
            (await db.Set<Kaohe.Storage.Assessment.Indicators.ReadingRow>().AsNoTracking().Where(row => row.UnitId == Unit && row.Period == "2026").ToListAsync(Cancel)).Select(row => row.Json).Order(StringComparer.Ordinal));
    }

    private async Task<(string Code, HttpResponseMessage Answer)> FileAsync(HttpClient unit, decimal value, string reason)
    {
        var id = await new TaskWork(host).OpenAsync(TaskKinds.EvidenceFiling, Role.Unit.Code, Unit, data: new Dictionary<string, object?> { [FlowInputs.Period] = "2026Q2" });
        var form = await TaskWork.FormAsync(unit, id);
        var row = form["items"]![0]!;
        (row["value"], row["reason"]) = (value, reason);
        return (row["indicatorCode"]!.ToString(), await TaskWork.CompleteAsync(unit, id, form));
    }
}
