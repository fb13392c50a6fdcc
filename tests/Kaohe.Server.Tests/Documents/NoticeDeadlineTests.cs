using System.Globalization;
using System.Text.Json.Nodes;
using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Server.Documents;
using Kaohe.Server.Tests.Elsa;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Documents;

/// <summary>A 整改通知书 and the task for its report have one deadline: a month from the notice's own date, on a working day.</summary>
public sealed class NoticeDeadlineTests(PlayedCity city) : IClassFixture<PlayedCity>
{
    private const string Field = "报告期限";

    [Theory]
    [InlineData("2027-03-12", "2027-04-12")]
    [InlineData("2027-03-10", "2027-04-12")]
    [InlineData("2027-03-31", "2027-04-30")]
    public async Task Should_count_from_the_day_of_the_notice_and_move_off_a_day_off(string signed, string due)
    {
        var (row, document) = await NoticeAsync();
        var at = OfficeTime.At(Date(signed), new TimeOnly(10, 0));

        var fields = city.Services.GetRequiredService<DocumentFields>().Final(row, document, at);

        Assert.Equal((Date(signed), Date(due)), ((DateOnly)fields["成文日期"]!, (DateOnly)fields[Field]!));
        Assert.All(JsonNode.Parse(((System.Text.Json.JsonElement)fields["问题"]!).GetRawText())!.AsArray(), problem => Assert.Equal(due, (string?)problem!["时限"]));
    }

    [Fact]
    public async Task Should_leave_a_day_that_the_office_has_written_by_hand()
    {
        var (row, document) = await NoticeAsync();
        var stored = JsonNode.Parse(row.Fields)!;
        stored[Field] = "2027-06-01";
        row.Fields = stored.ToJsonString();

        var fields = city.Services.GetRequiredService<DocumentFields>().Final(row, document, OfficeTime.At(new DateOnly(2027, 3, 12), new TimeOnly(10, 0)));

        Assert.Equal("2027-06-01", fields[Field]!.ToString());
    }

    [Fact]
    public async Task Should_open_the_report_with_the_day_that_the_signed_notice_prints()
    {
        await ElsaHost.SavedAsync(city.Office, Flow());
        using var run = await ElsaHost.SendAsync(city.Office, "/workflow-definitions/notice/execute", new JsonObject
        {
            ["versionOptions"] = "Latest", ["input"] = new JsonObject { ["cycleYear"] = DocumentCity.Year, ["unitId"] = DocumentCity.OtherUnit },
        });
        await ElsaHost.ReadAsync(run);
        var instance = run.Headers.GetValues("x-elsa-workflow-instance-id").Single();
        var notice = await city.WaitAsync(db => db.Documents().Where(row => row.InstanceId == instance), row => row.State == DocumentState.Signing);
        using var signed = await DocumentCity.PostAsync(
            city.Leader, $"/api/documents/{notice.Id}/sign", new { secret = ServerHost.Password, sha256 = DocumentStore.Read(notice).Current.File.Sha256, opinion = "同意" });
        Assert.True(signed.IsSuccessStatusCode, await signed.Content.ReadAsStringAsync(DocumentCity.Cancel));

        var task = await city.WaitAsync(db => db.Tasks.Where(one => one.InstanceId == instance && one.Title.EndsWith("报送整改报告")), _ => true);
        var document = DocumentStore.Read(await city.WaitAsync(db => db.Documents().Where(row => row.InstanceId == instance), row => row.State == DocumentState.Issued));
        Assert.Equal(ActivityCalendar.Current.AddCalendarMonth(OfficeTime.DateOf(document.Signature!.At)).Date, OfficeTime.DateOf(task.DueAt!.Value));
    }

    private async Task<(DocumentRow Row, OfficialDocument Document)> NoticeAsync()
    {
        var paper = await city.PaperAsync("整改通知书", DocumentCity.OtherUnit, isSigned: true);
        Assert.Equal(DocumentState.Signing, paper.Row.State);
        return (paper.Row, DocumentStore.Read(paper.Row));
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Flow() => new JsonObject
    {
        ["definitionId"] = "notice",
        ["name"] = "整改通知",
        ["inputs"] = new JsonArray(Input("cycleYear", "Int32"), Input("unitId", "String")),
        ["variables"] = new JsonArray(new JsonObject { ["id"] = "v1", ["name"] = "报告期限", ["typeName"] = "Object", ["storageDriverTypeName"] = "WorkflowInstanceStorageDriver" }),
        ["root"] = new JsonObject
        {
            ["id"] = "root",
            ["type"] = "Elsa.Sequence",
            ["version"] = 1,
            ["activities"] = new JsonArray(
                Tasks.TaskFlows.Activity("draft", "Kaohe.DraftDocument", new { template = "整改通知书", title = "整改通知书", isPerUnit = true, issueAtOnce = true, leaderSigns = true }, ("dueOn", "v1")),
                Tasks.TaskFlows.Activity("report", "Kaohe.HumanTask", new { title = "报送整改报告", role = "unit", deadline = Tasks.TaskFlows.Script("getVariable('报告期限') || '99天'") })),
        },
    }.ToJsonString();

    private static JsonObject Input(string name, string type) => new() { ["name"] = name, ["type"] = type, ["storageDriverType"] = "WorkflowInstanceStorageDriver" };
}
