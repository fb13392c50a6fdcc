using System.Diagnostics;
using EndToEnd.Server;
using EndToEnd.Year;
using Kaohe.Activities;
using Kaohe.EndToEnd.Given;
using Kaohe.Office;

namespace EndToEnd.BrowserYear;

/// <summary>The year as people live it: in browsers where it matters, over HTTP for the rest. Pictures of every kind of task lie in TestResults/screens.</summary>
public sealed class BrowserYearTests(RunningKaohe server, Chromium chromium, ITestOutputHelper output) : IClassFixture<RunningKaohe>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Should_play_the_year_in_browsers_up_to_letters_and_closed_rectifications()
    {
        var plan = new BrowserPlan();
        await using var people = new BrowserPeople(server, chromium, plan);
        var watch = Stopwatch.StartNew();
        using var year = new YearDriver(server, Cancel)
        {
            Log = line => output.WriteLine($"{watch.Elapsed:mm\\:ss} {line}"), IsLeftToOthers = plan.Takes, Others = people.WorkAsync,
        };
        await people.StartAsync(year);
        await year.RunAsync(isEnough: StopAfter(people));
        output.WriteLine($"{watch.Elapsed} {people.Done.Values.Sum()} tasks in {people.Accounts.Count} browsers, {year.Done.Values.Sum()} over HTTP; {string.Join(", ", people.Done)}.");
        await new YearPages(people).KeepAsync();
    }

    // KAOHE_BROWSER_YEAR=self-assessment-report:1 ends early, while a stage is being written.
    private static Func<bool>? StopAfter(BrowserPeople people) => Environment.GetEnvironmentVariable("KAOHE_BROWSER_YEAR")?.Split(':') is [var kind, var count]
        ? () => people.Done.GetValueOrDefault(kind) >= int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
