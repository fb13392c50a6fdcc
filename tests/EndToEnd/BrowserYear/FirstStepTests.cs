using EndToEnd.Server;
using EndToEnd.Year;
using Kaohe.Activities;
using Kaohe.EndToEnd.Given;

namespace EndToEnd.BrowserYear;

/// <summary>The first step as people live it: the office starts the year and plans, units receive the notice and file evidence, each in an own browser.</summary>
public sealed class FirstStepTests(RunningKaohe server, Chromium chromium, ITestOutputHelper output) : IClassFixture<RunningKaohe>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_start_the_year_and_file_evidence_on_the_pages()
    {
        var plan = new BrowserPlan();
        await using var people = new BrowserPeople(server, chromium, plan);
        using var year = new YearDriver(server, Cancel) { Log = output.WriteLine, IsLeftToOthers = plan.Takes, Others = people.WorkAsync };

        await people.StartAsync(year);
        await year.RunAsync(isEnough: () => people.Done.GetValueOrDefault(TaskKinds.EvidenceFiling) == 2);

        Assert.Equal(1, people.Done[TaskKinds.SupervisionPlan]);
        Assert.True(people.Done[TaskKinds.Receipt] >= 1);
        Assert.Equal(["xinfu", "yuanping"], people.Units.Order());
        await BoardShowsItAsync(people);
        await UnitSeesItAsync(people);
    }

    private static async Task BoardShowsItAsync(BrowserPeople people)
    {
        var office = await people.AsAsync(Duties.Checking);
        await office.GoAsync("/board");
        await office.Page.GetByLabel("忻府区，督查落实", new() { Exact = false }).First.WaitForAsync();
        await people.KeepAsync(office, "board");
        Assert.Empty(await office.BarriersAsync());
        await office.GoAsync("/");
        await people.KeepAsync(office, "workbench");
    }

    private static async Task UnitSeesItAsync(BrowserPeople people)
    {
        var unit = await people.AsAsync("原平市联络员");
        await unit.GoAsync("/tasks?box=done");
        await unit.Page.GetByText("原平市：报送指标完成情况的佐证材料").WaitForAsync();
        await people.KeepAsync(unit, "done");
        Assert.Equal(0, await unit.Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
    }
}
