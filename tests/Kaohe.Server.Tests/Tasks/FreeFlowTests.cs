using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Office.Forms;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tests.Tasks;

/// <summary>HumanTask and Approval in a free flow: designed form, 会签 with a return, straight back, and what the flow knows in the end.</summary>
[Collection(TaskCity.Name)]
public sealed class FreeFlowTests(DemoHost host)
{
    private readonly TaskFlows _flows = new(host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_carry_a_designed_form_through_signatures_and_a_return_into_the_flows_expressions()
    {
        var form = await PublishedFormAsync();
        var instance = await _flows.StartAsync(
            TaskFlows.Activity("fill", "Kaohe.HumanTask", new { title = "填报完成率", candidates = new[] { "xinfu-liaison" }, formId = form, formStep = "填报" }, ("data", "v1"), ("taskId", "v2")),
            TaskFlows.Activity("sign", "Kaohe.Approval", new
            {
                title = "会签完成率", candidates = new[] { "shizhang", "fuzuzhang-zuzhi", "fuzuzhang-zhengfu" }, signing = "count", requiredCount = 2, returnReach = "previous", pausesWhileReturned = "yes",
                submitted = TaskFlows.Variable("v1"), submittedTaskId = TaskFlows.Variable("v2"),
            }),
            TaskFlows.Activity("note", "Kaohe.HumanTask", new { title = TaskFlows.Script("'登记' + getVariable('v1')['完成率']"), candidates = new[] { "kaoheban-zhuren" }, formId = form, formStep = "登记", formData = TaskFlows.Variable("v1"), shownTaskId = TaskFlows.Variable("v2") }));
        var (liaison, mayor, organiser, deputy) = (await host.AsAsync(TaskFlows.Liaison), await host.AsAsync(TaskFlows.Mayor), await host.AsAsync(TaskFlows.Organiser), await host.AsAsync(TaskFlows.Deputy));

        var fill = await _flows.TaskOfAsync(instance, "填报完成率");
        using (var wrong = await TaskFlows.SendAsync(liaison, fill, "complete", new { outcome = "done", data = new { 完成率 = 120.55, 说明 = "" } }))
        {
            Assert.Equal(
                [("data.说明", "请填写“说明”。"), ("data.完成率", "“完成率”应在0到100%之间，现在是120.55%。"), ("data.完成率", "“完成率”最多1位小数，现在是120.55。")],
                (await DemoHost.ProblemsAsync(wrong)).OrderBy(problem => problem.Path == "data.完成率"));
        }

        Assert.Contains("不能修改", await TaskFlows.RefusedAsync(liaison, fill, "complete", HttpStatusCode.UnprocessableEntity, new { outcome = "done", data = new { 完成率 = 90, 说明 = "按月统计", 核定 = "已核" } }), StringComparison.Ordinal);
        await TaskFlows.DoAsync(liaison, fill, "complete", new { outcome = "done", data = new { 完成率 = 90, 说明 = "按月统计" } });

        // Three are asked; the mayor sends it back, the others wait, and it comes straight back to the mayor.
        var first = await _flows.TaskOfAsync(instance, "会签完成率", "shizhang");
        var second = await _flows.TaskOfAsync(instance, "会签完成率", "fuzuzhang-zuzhi");
        var third = await _flows.TaskOfAsync(instance, "会签完成率", "fuzuzhang-zhengfu");
        var seen = await TaskFlows.ReadAsync(mayor, first);
        Assert.Equal(3, seen["signers"]!.AsArray().Count);
        await TaskFlows.DoAsync(mayor, first, "return", new { target = fill, reason = "数据未认定" });
        Assert.Equal("suspended", (await TaskFlows.ReadAsync(organiser, second))["task"]!["state"]!.ToString());
        Assert.Equal("数据未认定", (await TaskFlows.ReadAsync(liaison, fill))["task"]!["returnReason"]!.ToString());
        await TaskFlows.DoAsync(liaison, fill, "complete", new { outcome = "done", data = new { 完成率 = 88.5, 说明 = "已认定" } });
        await TaskFlows.DoAsync(mayor, first, "complete", new { outcome = "agree", opinion = "同意" });
        await TaskFlows.DoAsync(organiser, second, "complete", new { outcome = "agree" });
        Assert.Contains("其他签署人已于", await TaskFlows.RefusedAsync(deputy, third, "complete", HttpStatusCode.Conflict, new { outcome = "agree" }), StringComparison.Ordinal);

        // The flow goes on with what was submitted the second time; the next step reads what it may not change.
        var note = await _flows.TaskOfAsync(instance, "登记88.5");
        var office = await host.AsAsync(TaskFlows.Office);
        Assert.Equal(88.5m, (await TaskFlows.ReadAsync(office, note))["form"]!["完成率"]!.GetValue<decimal>());
        Assert.Contains("不能修改", await TaskFlows.RefusedAsync(office, note, "complete", HttpStatusCode.UnprocessableEntity, new { outcome = "done", data = new { 完成率 = 99, 核定 = "按此登记" } }), StringComparison.Ordinal);
        await TaskFlows.DoAsync(office, note, "complete", new { outcome = "done", data = new { 核定 = "按此登记" } });
        await using var db = host.Read();
        var stored = TaskStore.Read(await db.Tasks.AsNoTracking().SingleAsync(task => task.Id == note, Cancel));
        Assert.Equal(("88.5", "按此登记", "已认定"), (stored.Data!.Value.GetProperty("完成率").ToString(), stored.Data.Value.GetProperty("核定").ToString(), stored.Data.Value.GetProperty("说明").ToString()));
    }

    [Fact]
    public async Task Should_not_let_the_submitter_approve_although_the_flow_does_not_name_them()
    {
        var instance = await _flows.StartAsync(
            TaskFlows.Activity("fill", "Kaohe.HumanTask", new { title = "写报告", candidates = new[] { "kaoheban-zhuren" } }, ("taskId", "v2")),
            TaskFlows.Activity("sign", "Kaohe.Approval", new { title = "审报告", candidates = new[] { "kaoheban-zhuren", "kaoheban-fuzhuren" }, submittedTaskId = TaskFlows.Variable("v2") }));
        var office = await host.AsAsync(TaskFlows.Office);
        await TaskFlows.DoAsync(office, await _flows.TaskOfAsync(instance, "写报告"), "complete", new { outcome = "done", data = new { report = "写好了" } });

        // Only the other one is left, so it is theirs at once.
        var approval = await _flows.TaskOfAsync(instance, "审报告", "kaoheban-fuzhuren");
        Assert.Contains("不能", await TaskFlows.RefusedAsync(office, approval, "substitute", HttpStatusCode.UnprocessableEntity, new { to = "kaoheban-zhuren", reason = "我来" }), StringComparison.Ordinal);
        Assert.NotEqual(string.Empty, await TaskFlows.RefusedAsync(office, approval, "complete", HttpStatusCode.Conflict, new { outcome = "agree" }));
    }

    [Fact]
    public async Task Should_return_no_further_than_the_flow_allows()
    {
        var instance = await _flows.StartAsync(
            TaskFlows.Activity("a", "Kaohe.HumanTask", new { title = "第一步", candidates = new[] { "xinfu-liaison" } }),
            TaskFlows.Activity("b", "Kaohe.HumanTask", new { title = "第二步", candidates = new[] { "xinfu-liaison" } }),
            TaskFlows.Activity("c", "Kaohe.HumanTask", new { title = "第三步", candidates = new[] { "kaoheban-zhuren" }, returnReach = "any", returnTargets = new[] { "第一步" } }));
        var (liaison, office) = (await host.AsAsync(TaskFlows.Liaison), await host.AsAsync(TaskFlows.Office));
        var a = await _flows.TaskOfAsync(instance, "第一步");
        await TaskFlows.DoAsync(liaison, a, "complete", new { outcome = "done", data = new { report = "一" } });
        var b = await _flows.TaskOfAsync(instance, "第二步");
        await TaskFlows.DoAsync(liaison, b, "complete", new { outcome = "done", data = new { report = "二" } });
        var c = await _flows.TaskOfAsync(instance, "第三步");

        Assert.Contains("请从列表中选择", await TaskFlows.RefusedAsync(office, c, "return", HttpStatusCode.UnprocessableEntity, new { target = b, reason = "重写" }), StringComparison.Ordinal);
        await TaskFlows.DoAsync(office, c, "return", new { target = a, reason = "重写" });
        Assert.Contains((await TaskFlows.ReadAsync(liaison, a))["history"]!.AsArray(), line => line!.ToString().Contains("被退回", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_open_a_task_for_each_unit_that_an_expression_gives()
    {
        var instance = await _flows.StartAsync(TaskFlows.Activity("ask", "Kaohe.HumanTask", new
        {
            title = "补报材料", role = "unit",
            audience = TaskFlows.Script("[{ unitId: 'xinfu', points: 58 }, { unitId: 'wutai', points: 91 }].filter(unit => unit.points < 60)"),
        }));

        var task = await TaskFlows.ReadAsync(await host.AsAsync(TaskFlows.Liaison), await _flows.TaskOfAsync(instance, "忻府区：补报材料"));

        Assert.Equal("xinfu", task["task"]!["unitId"]!.ToString());
        await using var db = host.Read();
        Assert.Equal(1, await db.Tasks.CountAsync(one => one.InstanceId == instance, Cancel));
    }

    [Fact]
    public async Task Should_tell_the_office_of_a_unit_that_there_is_not_and_open_no_task_of_that_list()
    {
        var instance = await _flows.StartAsync(TaskFlows.Activity("ask", "Kaohe.HumanTask", new { title = "补报材料", role = "unit", audience = TaskFlows.Script("['xinfu', 'nosuch']") }));

        await Wait.UntilAsync(async () =>
        {
            await using var now = host.Read();
            return await now.Outbox.AnyAsync(effect => effect.WorkflowInstanceId == instance && effect.Status == OutboxStatus.Dead, Cancel);
        });

        await using var db = host.Read();
        var dead = await db.Outbox.AsNoTracking().SingleAsync(effect => effect.WorkflowInstanceId == instance && effect.Status == OutboxStatus.Dead, Cancel);
        Assert.Equal("任务“补报材料”的考核对象里没有这样的单位：nosuch。请在流程设计里改成单位编号，发布后重新运行。", dead.Reason);
        Assert.False(await db.Tasks.AnyAsync(one => one.InstanceId == instance, Cancel));
    }

    private async Task<string> PublishedFormAsync()
    {
        var office = await host.AsAsync(TaskFlows.Office);
        var id = $"f{Guid.NewGuid():N}";
        var form = new FormDefinition
        {
            Id = id,
            Title = "完成率填报",
            Steps = ["填报", "登记"],
            Fields =
            [
                new NumberField { Name = "完成率", Label = "完成率", Unit = "%", Minimum = 0, Maximum = 100, Decimals = 1, IsRequired = true, Rights = new Dictionary<string, FieldRight> { ["登记"] = FieldRight.Read } },
                new TextField { Name = "说明", Label = "说明", IsRequired = true, Rights = new Dictionary<string, FieldRight> { ["登记"] = FieldRight.Hidden } },
                new TextField { Name = "核定", Label = "核定意见", Rights = new Dictionary<string, FieldRight> { ["填报"] = FieldRight.Hidden } },
            ],
        };
        using var saved = await office.PutAsJsonAsync($"/api/forms/{id}", new { schema = JsonNode.Parse(form.ToSchema()), revision = 0, publish = true }, Cancel);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Cancel));
        return id;
    }
}
