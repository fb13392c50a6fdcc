using System.Text.Json.Nodes;
using Kaohe.Server.Operations.Flows;
using Kaohe.Server.Studio.Simulation;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Definitions;
using Kaohe.Workflows.Definitions;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Studio;

/// <summary>The server with the product's own flows.</summary>
public sealed class FlowHost : ServerHost
{
    protected override IEnumerable<string> Settings => [$"--Workflows:Folder={Path.Combine(AppContext.BaseDirectory, "workflows")}"];
}

public sealed class FlowSimulatorTests(FlowHost host) : IClassFixture<FlowHost>
{
    private static readonly DateOnly _start = new(2026, 1, 5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FlowSimulator Simulator => host.Services.GetRequiredService<FlowSimulator>();

    [Fact]
    public async Task Should_play_the_newest_version_to_its_end_and_say_who_has_how_much_to_do()
    {
        var forecast = await Simulator.PlayAsync("rectification", _start, Cancel);

        Assert.True(forecast.WasRun);
        Assert.True(forecast.Timeline.IsFinished);
        Assert.Contains(forecast.Steps, span => span.Step == "督查落实");
        Assert.Equal(forecast.Timeline.Tasks, forecast.Load.Sum(each => each.Tasks));
        Assert.All(forecast.Load, each => Assert.Equal(DayOfWeek.Monday, each.Week.DayOfWeek));
        Assert.Contains(forecast.Load, each => each.Role == "单位");
        Assert.Empty(forecast.Unconnected);
    }

    [Fact]
    public async Task Should_find_deadlines_on_days_off_and_parts_that_nothing_leads_to()
    {
        await SaveAsync(AnnualFlow.Read(document =>
        {
            AnnualFlow.Activity(document, "一、督查落实")["deadline"]!["expression"]!["value"] = "2026-02-17"; // 春节
            document["root"]!["activities"]!.AsArray().Add(new JsonObject { ["id"] = "alone", ["type"] = "Kaohe.HumanTask", ["version"] = 1, ["metadata"] = new JsonObject { ["displayText"] = "没有连上的任务" } });
        }));

        var forecast = await Simulator.PlayAsync("annual-assessment", _start, Cancel);

        var deadline = Assert.Single(forecast.Holidays);
        Assert.Equal("一、督查落实", deadline.Activity.Label);
        Assert.Equal("完成期限", deadline.Setting);
        Assert.Equal(new DateOnly(2026, 2, 17), deadline.Due);
        Assert.Equal("春节", deadline.Day);
        Assert.True(deadline.Better > deadline.Due);
        Assert.Equal(["没有连上的任务"], forecast.Unconnected.Select(activity => activity.Label));
    }

    [Fact]
    public async Task Should_say_that_a_year_does_not_come_to_a_flow_of_its_own()
    {
        await SaveAsync(DefinitionJson.Read(Flows.Waiting("by-itself")));

        Assert.False((await Simulator.PlayAsync("by-itself", _start, Cancel)).WasRun);
    }

    private Task SaveAsync(WorkflowDefinition definition) => host.Services.GetRequiredService<DefinitionStore>().SaveDraftAsync(definition, origin: null, Cancel);
}
