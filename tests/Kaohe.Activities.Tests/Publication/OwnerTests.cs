using System.Text.Json.Nodes;
using Kaohe.Activities.Publication;
using Kaohe.Activities.Tests.Given;
using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Xunit;

namespace Kaohe.Activities.Tests.Publication;

/// <summary>Owners, recipients, documents and rounds that are missing or that nobody knows, found before the flow runs.</summary>
public sealed class OwnerTests
{
    private static readonly OfficeDirectory People = new(
    [
        new Person { Id = "zhuren", Name = "主任", Posts = [new Post("kaoheban", "director", "主任")] },
        new Person { Id = "qunian", Name = "老王", IsActive = false },
        new Person { Id = "xianzhang", Name = "县长", Posts = [new Post("wutai", PostCodes.Head, "县长")] },
    ]);

    [Theory]
    [InlineData("zhuren", null)]
    [InlineData("head", null)]
    [InlineData("director", null)]
    [InlineData("", null)]
    [InlineData("nobody", "“task”的职务或人员“nobody”不存在，请重新选择单位主要负责人或某一个人。")]
    [InlineData("qunian", "“task”的办理人老王已停用，任务到不了他手里。请另选一人。")]
    public void Should_find_a_person_or_post_that_there_is_not(string who, string? says) => Says(says, "Kaohe.HumanTask", new { role = "unit", postOrPerson = who });

    [Theory]
    [InlineData("role:office", null)]
    [InlineData("unit:wutai", null)]
    [InlineData("unit:kaoheban", null)]
    [InlineData("post:wutai/head", null)]
    [InlineData("zhuren", null)]
    [InlineData("role:boss", "里的角色不存在，请改用office、team、leader、unit、admin之一。")]
    [InlineData("unit:atlantis", "里的单位不存在或已停用，请改正单位编号。")]
    [InlineData("post:atlantis/head", "里的单位不存在或已停用，请改正单位编号。")]
    [InlineData("post:wutai/king", "里的职务没有人担任，请改用 head（主要负责人）、handler（经办人）等职务。")]
    [InlineData("post:wutai", "写得不对，职务请写成“post:单位编号/职务”，例如“post:xinfu/head”。")]
    [InlineData("nobody", "不存在，请改正人员编号，或用 role:、unit:、post: 指定。")]
    [InlineData("qunian", "（老王）已停用，请另选一人。")]
    public void Should_find_a_candidate_that_there_is_not(string candidate, string? says)
    {
        Says(says is null ? null : $"“task”的办理人“{candidate}”{says}", "Kaohe.Approval", new { candidates = $"zhuren\n{candidate}" });
        Says(says is null ? null : $"“task”的办理人“{candidate}”{says}", "Kaohe.Approval", new { candidates = new[] { "zhuren", candidate } });
    }

    [Theory]
    [InlineData("units:wutai", null)]
    [InlineData("leaders", null)]
    [InlineData("units:wutai,atlantis", "“task”的对象里没有这些考核单位：atlantis。可能已停用或编号写错，请重新选择。")]
    [InlineData("units:", "“task”的对象没有列出单位，请选择。")]
    [InlineData("大家", "“task”的对象“大家”看不懂，请选择全部、县市区、市直部门，或列出单位。")]
    public void Should_find_a_unit_that_is_not_assessed(string audience, string? says) => Says(says, "Kaohe.HumanTask", new { role = "unit", audience });

    [Fact]
    public void Should_ask_a_step_only_of_units() =>
        Says("“task”的对象“leaders”不是考核对象，环节只能面向单位：请选择全部、县市区、市直部门，或列出单位。", "Kaohe.AssessmentMeeting", new { audience = "leaders" });

    [Theory]
    [InlineData("Kaohe.SendEmail", "“task”没有收件人，邮件发不出去。请选择收件角色，或填写收件邮箱。")]
    [InlineData("Kaohe.SignOff", "“task”没有公文编号，不知道办哪一份公文。请接“起草公文”的输出“公文编号”。")]
    [InlineData("Kaohe.IssueDocument", "“task”没有公文编号，不知道办哪一份公文。请接“起草公文”的输出“公文编号”。")]
    [InlineData("Kaohe.CollectReceipts", "“task”没有公文编号，不知道办哪一份公文。请接“起草公文”的输出“公文编号”。")]
    [InlineData("Kaohe.GenerateLetter", "“task”没有单位：没有选择对象，流程也没有输入 unitId。请选择对象，或给流程加上这个输入。")]
    [InlineData("Kaohe.Rectification", "“task”没有单位：没有选择对象，流程也没有输入 unitId。请选择对象，或给流程加上这个输入。")]
    public void Should_find_a_block_without_what_it_needs(string type, string says) => Says(says, type, inputs: null, hasUnit: false);

    [Fact]
    public void Should_find_a_mail_to_units_and_a_letter_without_template()
    {
        Says("“task”没有收件单位：没有选择单位，流程也没有输入 unitId。请选择收件单位，或给流程加上这个输入。", "Kaohe.SendEmail", new { role = "unit" }, hasUnit: false);
        Says("“task”没有公文模板，请选择。", "Kaohe.GenerateLetter", new { template = "", audience = "all" });
        Says(null, "Kaohe.GenerateLetter", new { audience = "all" }, hasUnit: false);
        Says(null, "Kaohe.SendEmail", new { role = "leader" }, hasUnit: false);
        Says(null, "Kaohe.SignOff", new { documentId = new { type = "Variable", value = new { id = "v1", name = "v1" } } });
    }

    [Fact]
    public void Should_warn_of_a_document_that_is_the_same_in_every_run()
    {
        var problem = Assert.Single(Problems("Kaohe.SignOff", new { documentId = "d1" }, hasUnit: true));
        Assert.False(problem.IsError);
        Assert.Contains("“task”的公文编号写成了固定的“d1”", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "“task”没有选督查轮次，按考核方案一年办几轮，完成期限不能是固定日期“2027-12-31”，请改为天数，例如“20个工作日”，每轮分别起算；只办一轮的，请把督查轮次选为“全年一轮”。")]
    [InlineData("", "“task”没有选督查轮次，按考核方案一年办几轮，完成期限不能是固定日期“2027-12-31”，请改为天数，例如“20个工作日”，每轮分别起算；只办一轮的，请把督查轮次选为“全年一轮”。")]
    [InlineData("2", "“task”一年办 2 轮，完成期限不能是固定日期“2027-12-31”，请改为天数，例如“20个工作日”，每轮分别起算。")]
    [InlineData("1", null)]
    public void Should_refuse_one_date_for_the_rounds_of_the_scheme(string? rounds, string? says) => Says(says, "Kaohe.Supervision", new { deadline = "2027-12-31", rounds });

    private static void Says(string? message, string type, object? inputs, bool hasUnit = true) =>
        Assert.Equal(message is null ? [] : [message], Problems(type, inputs, hasUnit).Where(problem => problem.IsError).Select(problem => problem.Message));

    private static IReadOnlyList<DefinitionProblem> Problems(string type, object? inputs, bool hasUnit)
    {
        var flow = Flow.Chart([Flow.Activity("task", type, inputs)], []);
        if (!hasUnit)
        {
            var json = JsonNode.Parse(DefinitionJson.Write(flow))!.AsObject();
            json["inputs"] = new JsonArray();
            flow = DefinitionJson.Read(json.ToJsonString());
        }

        return PublicationCheck.Check(flow, new PublicationSettings
        {
            Compiler = new WorkflowCompiler(World.Registry),
            Today = new DateOnly(2026, 11, 23),
            Calendar = WorkingCalendar.Empty,
            UnitIds = ["wutai", "xinfu"],
            People = People,
        });
    }
}
