using System.Net;
using System.Text.Json.Nodes;
using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Server.Calendar;
using Kaohe.Server.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Completions;

/// <summary>进驻安排 and tallies that are made once for a step: for the units of the step, and early enough to be announced.</summary>
[Collection(Tasks.TaskCity.Name)]
public sealed class VisitScheduleTests(DemoHost host)
{
    [Fact]
    public async Task Should_be_scheduled_for_the_units_of_the_step_and_for_no_others()
    {
        var (office, id) = await OpenAsync("units:xinfu,wutai");
        var form = await TaskWork.FormAsync(office, id);
        Assert.Equal(["xinfu", "wutai"], form["visits"]!.AsArray().Select(row => row!["unitId"]!.ToString()).OrderByDescending(unit => unit, StringComparer.Ordinal));

        Fill(form, Day(10));
        form["visits"]!.AsArray().Add(new JsonObject { ["unitId"] = "daixian", ["arrives"] = Text(Day(10)), ["leaves"] = Text(Day(10)) });
        using var foreign = await TaskWork.CompleteAsync(office, id, form.DeepClone().AsObject());
        Assert.Contains("不在本次进驻安排范围内", Assert.Single(await DemoHost.ProblemsAsync(foreign)).Message, StringComparison.Ordinal);

        form["visits"]!.AsArray().RemoveAt(2);
        using var good = await TaskWork.CompleteAsync(office, id, form.DeepClone().AsObject());
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
    }

    [Theory]
    [InlineData("counties", 14)]
    [InlineData("departments", 90)]
    [InlineData(null, 104)]
    public async Task Should_count_a_survey_for_the_units_of_the_step_and_for_no_others(string? audience, int units)
    {
        var office = await host.AsAsync("考核办经办人");
        var id = await new TaskWork(host).OpenAsync(TaskKinds.SurveyTally, Role.Office.Code, data: audience is null ? null : new() { [FlowInputs.Concerned] = audience });
        Assert.Equal(units, (await TaskWork.FormAsync(office, id))["sheets"]!.AsArray().Count);
    }

    [Fact]
    public async Task Should_refuse_an_arrival_that_cannot_be_announced_three_working_days_before()
    {
        var (office, id) = await OpenAsync("units:xinfu,wutai");
        var form = await TaskWork.FormAsync(office, id);
        Fill(form, Day(2));
        using var late = await TaskWork.CompleteAsync(office, id, form.DeepClone().AsObject());
        var problems = await DemoHost.ProblemsAsync(late);
        Assert.Equal(["data.visits[wutai].arrives", "data.visits[xinfu].arrives"], problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
        Assert.All(problems, problem => Assert.Contains("现已来不及，请推迟进驻日期", problem.Message, StringComparison.Ordinal));

        Fill(form, Day(3));
        using var good = await TaskWork.CompleteAsync(office, id, form.DeepClone().AsObject());
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
    }

    private async Task<(HttpClient Office, string Id)> OpenAsync(string audience) =>
        (await host.AsAsync("考核办经办人"), await new TaskWork(host).OpenAsync(TaskKinds.VisitSchedule, Role.Office.Code, data: new() { [FlowInputs.Concerned] = audience }));

    private DateOnly Day(int workingDays) =>
        host.Services.GetRequiredService<IOfficeCalendar>().Current.AddWorkingDays(OfficeTime.DateOf(host.Services.GetRequiredService<TimeProvider>().GetUtcNow()), workingDays).Date;

    private static void Fill(JsonObject form, DateOnly day)
    {
        (form["period"], form["phone"], form["mailbox"]) = ("2027年1月", "0350-0000000", "kaoheban@xinzhou.example");
        foreach (var row in form["visits"]!.AsArray().Select(row => row!.AsObject()))
        {
            (row["arrives"], row["leaves"]) = (Text(day), Text(day));
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
