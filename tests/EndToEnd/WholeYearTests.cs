using System.Diagnostics;
using System.Text.Json.Nodes;
using EndToEnd.Server;
using EndToEnd.Year;
using Kaohe.Activities;

namespace EndToEnd;

public sealed class WholeYearTests(RunningKaohe server, ITestOutputHelper output) : IClassFixture<RunningKaohe>
{
    private const string Letter = "结果通知书";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Should_play_the_year_of_the_demo_city_from_supervision_to_closed_rectifications()
    {
        using var year = new YearDriver(server, Cancel) { Log = output.WriteLine };
        await year.StartAsync();
        var watch = Stopwatch.StartNew();
        await year.RunAsync();
        output.WriteLine($"The year took {watch.Elapsed}, {year.Moves} moves of the clock, {year.Done.Values.Sum()} tasks.");

        Assert.Equal("finished", await year.StatusAsync());
        await AssertNothingFailedAsync(year);
        await AssertLettersAsync(year);
        await AssertGradesAsync(year);
        await AssertRectificationsAsync(year);
        await AssertAdmonitionsAsync(year);
    }

    private static async Task AssertNothingFailedAsync(YearDriver year)
    {
        var administrator = await year.AsAsync(Duties.Administrator);
        Assert.Equal(0, (await administrator.GetAsync("/api/operations/outbox", Cancel))["dead"]!.GetValue<int>());
        var failed = await administrator.GetAsync("/api/operations/instances/?incidents=true", Cancel);
        Assert.Empty(failed["items"]!.AsArray());
    }

    private static async Task AssertLettersAsync(YearDriver year)
    {
        var office = await year.AsAsync(Duties.Checking);
        var letters = (await office.ListAsync($"/api/documents/?text={Uri.EscapeDataString(Letter)}", Cancel)).Where(line => line["kind"]!.ToString() == Letter).ToList();
        Assert.Equal(year.City.Units.Select(unit => unit.Id).Order(), letters.Select(line => line["unitId"]!.ToString()).Order());
        Assert.All(letters, line => Assert.NotNull(line["number"]));
        foreach (var letter in letters)
        {
            var (status, content) = await office.DownloadAsync($"/documents/{letter["id"]}/pdf", Cancel);
            Assert.Equal(System.Net.HttpStatusCode.OK, status);
            Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(content, 0, 8), StringComparison.Ordinal);
        }
    }

    private static async Task AssertGradesAsync(YearDriver year)
    {
        var grades = await DecisionsAsync(year);
        Assert.Equal(year.City.Units.Count, grades.Count);
        Assert.Equal(4, grades.Values.Distinct().Count());
    }

    private static async Task AssertRectificationsAsync(YearDriver year)
    {
        var office = await year.AsAsync(Duties.Checking);
        var all = (await office.GetAsync($"/api/cycles/{year.Year}/rectifications", Cancel)).AsArray();
        var wanted = (await ConsequencesAsync(year)).Where(one => one["kind"]!.ToString() == "rectification").Select(one => one["unitId"]!.ToString()).ToHashSet();
        Assert.NotEmpty(wanted);
        Assert.Superset(wanted, all.Select(one => one!["unitId"]!.ToString()).ToHashSet());
        Assert.All(all, one => Assert.Equal("closed", one!["stage"]!.ToString()));
        Assert.NotEmpty(year.SentBack);
        Assert.All(all.Where(one => year.SentBack.Contains(one!["unitId"]!.ToString())), one => Assert.Contains("退回", one!["log"]!.ToJsonString(Kaohe.Office.OfficeJson.Options), StringComparison.Ordinal));
    }

    private static async Task AssertAdmonitionsAsync(YearDriver year)
    {
        var opened = (await ConsequencesAsync(year)).Where(one => one["kind"]!.ToString() == "admonition").Select(one => one["unitId"]!.ToString()).ToHashSet();
        var poor = (await DecisionsAsync(year)).Where(grade => grade.Value == "poor").Select(grade => grade.Key);
        Assert.NotEmpty(opened);
        Assert.Subset(opened, poor.ToHashSet());
        Assert.Equal(opened.Count, year.Done[TaskKinds.Admonition]);
    }

    private static async Task<Dictionary<string, string>> DecisionsAsync(YearDriver year) =>
        (await (await year.AsAsync(Duties.Checking)).GetAsync($"/api/cycles/{year.Year}/grades", Cancel)).AsArray()
        .ToDictionary(one => one!["unitId"]!.ToString(), one => one!["decided"]!.ToString());

    private static async Task<IReadOnlyList<JsonNode>> ConsequencesAsync(YearDriver year) =>
        [.. (await (await year.AsAsync(Duties.Checking)).GetAsync($"/api/cycles/{year.Year}/consequences", Cancel)).AsArray().OfType<JsonNode>()];
}
