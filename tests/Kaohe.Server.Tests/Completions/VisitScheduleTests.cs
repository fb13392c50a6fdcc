using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kaohe.Activities;
using Kaohe.Activities.Effects;
using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Server.Calendar;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
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

    [Fact]
    public async Task Should_take_a_meeting_time_for_each_unit_and_refuse_two_meetings_of_one_team_in_the_same_hour()
    {
        var (office, id) = await OpenAsync("units:xinfu,wutai");
        var form = await TaskWork.FormAsync(office, id);
        Assert.All(form["visits"]!.AsArray(), row => Assert.Equal("09:00:00", row!["meetingAt"]!.ToString()));
        Fill(form, Day(10));
        (form["visits"]![0]!["meetingAt"], form["visits"]![1]!["meetingAt"]) = ("09:00:00", "09:40:00");
        using var both = await TaskWork.CompleteAsync(office, id, form.DeepClone().AsObject());
        var problem = Assert.Single(await DemoHost.ProblemsAsync(both));
        Assert.Equal($"data.visits[{form["visits"]![1]!["unitId"]}].meetingAt", problem.Path);
        Assert.Contains("不能同时到会，请错开时间", problem.Message, StringComparison.Ordinal);

        form["visits"]![1]!["meetingAt"] = null;
        using var none = await TaskWork.CompleteAsync(office, id, form.DeepClone().AsObject());
        Assert.Contains("考核大会的开始时间", Assert.Single(await DemoHost.ProblemsAsync(none)).Message, StringComparison.Ordinal);

        form["visits"]![1]!["meetingAt"] = "10:30:00";
        using var good = await TaskWork.CompleteAsync(office, id, form.DeepClone().AsObject());
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
    }

    [Fact]
    public async Task Should_refuse_a_meeting_and_talks_outside_the_visit_unless_the_office_has_put_it_off()
    {
        var (office, schedule) = await OpenAsync("units:qiaolian");
        var form = await TaskWork.FormAsync(office, schedule);
        Fill(form, Day(10));
        form["visits"]![0]!["leaves"] = Text(Day(12));
        using var scheduled = await TaskWork.CompleteAsync(office, schedule, form);
        Assert.Equal(HttpStatusCode.OK, scheduled.StatusCode);

        var unit = await host.AsAsync("市侨联联络员");
        var meeting = await new TaskWork(host).OpenAsync(TaskKinds.MeetingRecord, Role.Unit.Code, "qiaolian");
        var record = await TaskWork.FormAsync(unit, meeting);
        Assert.Equal(Text(Day(10)), record["heldOn"]!.ToString());
        (record["heldOn"], record["place"], record["chair"], record["expected"], record["signedIn"], record["headReported"], record["minutes"]) =
            (Text(Day(0)), "会议室", "主席", 2, "甲一、乙二", true, "述职");
        using var early = await TaskWork.CompleteAsync(unit, meeting, record.DeepClone().AsObject());
        var problem = Assert.Single(await DemoHost.ProblemsAsync(early));
        Assert.Equal(("data.heldOn", true), (problem.Path, problem.Message.Contains($"不在考核组进驻期间（{Text(Day(10))}至{Text(Day(12))}）内", StringComparison.Ordinal)));

        var team = await host.AsAsync("第二考核组联络员");
        var talks = await new TaskWork(host).OpenAsync(TaskKinds.InterviewPlan, Role.Team.Code, "qiaolian");
        var plan = await TaskWork.FormAsync(team, talks);
        var talk = plan["talks"]![0]!.AsObject();
        Assert.Equal(Text(Day(10)), talk["on"]!.ToString());
        (talk["with"], talk["post"], talk["at"], talk["place"], talk["interviewers"], talk["on"]) = ("丁四", "副主席", "09:30:00", "会议室", "甲一、乙二", Text(Day(13)));
        using var late = await TaskWork.CompleteAsync(team, talks, plan.DeepClone().AsObject());
        Assert.Equal("data.talks[0].on", Assert.Single(await DemoHost.ProblemsAsync(late)).Path);

        var director = await host.AsAsync("考核办主任");
        var revision = (await director.GetFromJsonAsync<JsonObject>($"/api/tasks/{talks}", TestContext.Current.CancellationToken))!["task"]!["revision"]!.GetValue<long>();
        using var moved = await DemoHost.SendAsync(director, HttpMethod.Post, $"/api/tasks/{talks}/change-deadline", new { expectedRevision = revision, date = Text(Day(13)), reason = "大雪封路，进驻推迟一天" });
        Assert.True(moved.IsSuccessStatusCode, await moved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var good = await TaskWork.CompleteAsync(team, talks, plan.DeepClone().AsObject());
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
    }

    [Fact]
    public async Task Should_take_a_meeting_of_any_day_where_no_visit_is_on_record()
    {
        var unit = await host.AsAsync("市侨联联络员");
        var (office, schedule) = await OpenAsync("units:xinfu");
        var form = await TaskWork.FormAsync(office, schedule);
        Fill(form, Day(10));
        using var scheduled = await TaskWork.CompleteAsync(office, schedule, form);
        var meeting = await new TaskWork(host).OpenAsync(TaskKinds.MeetingRecord, Role.Unit.Code, "qiaolian");
        var record = await TaskWork.FormAsync(unit, meeting);
        Assert.Null(record["heldOn"]);
        (record["heldOn"], record["place"], record["chair"], record["expected"], record["signedIn"], record["headReported"], record["minutes"]) =
            (Text(Day(0)), "会议室", "主席", 2, "甲一、乙二", true, "述职");
        using var good = await TaskWork.CompleteAsync(unit, meeting, record);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
    }

    [Fact]
    public async Task Should_open_each_units_task_with_the_end_of_its_own_visit()
    {
        var ends = new Dictionary<string, DateTimeOffset> { ["wutai"] = OfficeTime.EndOf(Day(7)), ["xinfu"] = OfficeTime.EndOf(Day(9)) };
        var title = Guid.NewGuid().ToString("N");
        await host.DeliverAsync(KaoheEffects.OpenTasks, new OpenTasks
        {
            BookmarkId = "b", Item = "meeting", CycleYear = DemoHost.Year, Audience = AudienceSpec.Of(["wutai", "xinfu", "qiaolian"]), TaskKind = TaskKinds.MeetingRecord, Title = title, Role = Role.Unit.Code,
            DueAt = OfficeTime.EndOf(Day(11)), DueByKey = ends, DeadlineText = "5个工作日", DeadlineStart = Day(6),
        });

        await using var db = host.Read();
        var opened = await db.Tasks.AsNoTracking().Where(task => task.Title.EndsWith(title)).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [("qiaolian", OfficeTime.EndOf(Day(11))), ("wutai", ends["wutai"]), ("xinfu", ends["xinfu"])],
            opened.Select(task => (task.UnitId!, task.DueAt!.Value)).OrderBy(task => task.Item1, StringComparer.Ordinal));
    }

    private async Task<(HttpClient Office, string Id)> OpenAsync(string audience) =>
        (await host.AsAsync("考核办经办人"), await new TaskWork(host).OpenAsync(TaskKinds.VisitSchedule, Role.Office.Code, data: new() { [FlowInputs.Concerned] = audience }));

    private DateOnly Day(int workingDays) =>
        host.Services.GetRequiredService<IOfficeCalendar>().Current.AddWorkingDays(OfficeTime.DateOf(host.Services.GetRequiredService<TimeProvider>().GetUtcNow()), workingDays).Date;

    private static void Fill(JsonObject form, DateOnly day)
    {
        (form["period"], form["phone"], form["mailbox"]) = ("2027年1月", "0350-0000000", "kaoheban@xinzhou.example");
        foreach (var (row, place) in form["visits"]!.AsArray().Select((row, place) => (row!.AsObject(), place)))
        {
            (row["arrives"], row["leaves"], row["meetingAt"]) = (Text(day), Text(day), $"{9 + place:00}:00:00");
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
