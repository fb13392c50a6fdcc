using Kaohe.Activities;
using Kaohe.Office.People;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tests.Completions;

/// <summary>数据认定: what the data department says last is what counts.</summary>
public sealed class CertificationTests(DemoHost host) : IClassFixture<DemoHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_take_a_certification_back_when_the_department_refuses_the_figure_later()
    {
        await using var db = host.Read();
        var trees = await db.TreesAsync(DemoHost.Year, Cancel);
        var certifiers = trees.SelectMany(tree => tree.Indicators()).ToLookup(indicator => indicator.Code, indicator => indicator.CertifierUnitId);
        var certified = await db.Readings.AsNoTracking().FirstAsync(row => row.CycleYear == DemoHost.Year && row.State == ReadingState.Certified, Cancel);
        var department = certifiers[certified.IndicatorCode].First();
        var name = await db.Units.Where(unit => unit.Id == department).Select(unit => unit.ShortName).SingleAsync(Cancel);
        var person = await host.AsAsync($"{name}联络员");
        var id = await new TaskWork(host).OpenAsync(TaskKinds.ReadingCertification, Role.Unit.Code, department);
        var form = await TaskWork.FormAsync(person, id);
        foreach (var row in form["items"]!.AsArray().Select(row => row!.AsObject()))
        {
            var isRefused = row["unitId"]!.ToString() == certified.UnitId && row["indicatorCode"]!.ToString() == certified.IndicatorCode;
            row["reason"] = isRefused ? "台账与报表不一致" : "佐证不足";
            row["isCertified"] = !isRefused && row["isCertified"]!.GetValue<bool>();
        }

        using var done = await TaskWork.CompleteAsync(person, id, form);

        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync(Cancel));
        var after = await db.Readings.AsNoTracking().SingleAsync(
            row => row.CycleYear == DemoHost.Year && row.UnitId == certified.UnitId && row.IndicatorCode == certified.IndicatorCode && row.Period == certified.Period, Cancel);
        Assert.Equal(ReadingState.Reported, after.State);
        Assert.False(after.Value.Counts);
        Assert.Equal("台账与报表不一致", after.Value.Refusal?.Reason);
        Assert.Contains(after.Value.CountingRules.SelectMany(rule => rule.Problems()), problem => problem.Message.Contains("台账与报表不一致", StringComparison.Ordinal));
    }
}
