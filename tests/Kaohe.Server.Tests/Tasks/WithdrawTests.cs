using System.Net;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Tasks;

/// <summary>撤回 over HTTP: while the next person has not acted, and not afterwards.</summary>
[Collection(TaskCity.Name)]
public sealed class WithdrawTests(DemoHost host)
{
    private readonly TaskFlows _flows = new(host);

    [Fact]
    public async Task Should_take_back_what_was_submitted_until_the_next_has_acted()
    {
        var instance = await _flows.StartAsync(
            TaskFlows.Activity("fill", "Kaohe.HumanTask", new { title = "写材料", candidates = new[] { "xinfu-liaison" } }, ("data", "v1"), ("taskId", "v2")),
            TaskFlows.Activity("sign", "Kaohe.Approval", new { title = "审材料", candidates = new[] { "shizhang" }, submitted = TaskFlows.Variable("v1"), submittedTaskId = TaskFlows.Variable("v2") }),
            TaskFlows.Activity("note", "Kaohe.HumanTask", new { title = TaskFlows.Script("'登记' + getVariable('v1')['report']"), candidates = new[] { "kaoheban-zhuren" } }));
        var (liaison, mayor, other) = (await host.AsAsync(TaskFlows.Liaison), await host.AsAsync(TaskFlows.Mayor), await host.AsAsync("原平市联络员"));
        var fill = await _flows.TaskOfAsync(instance, "写材料");
        await TaskFlows.DoAsync(liaison, fill, "complete", new { outcome = "done", data = new { report = "初稿" } });
        var sign = await _flows.TaskOfAsync(instance, "审材料");

        // Reading is not acting; nobody else may take it back; a reason is needed.
        await TaskFlows.ReadAsync(mayor, sign);
        Assert.NotEmpty(await TaskFlows.RefusedAsync(other, fill, "withdraw", HttpStatusCode.NotFound, new { expectedRevision = 1, reason = "我来改" }));
        Assert.NotEmpty(await TaskFlows.RefusedAsync(mayor, fill, "withdraw", HttpStatusCode.Forbidden, new { reason = "我来改" }));
        await TaskFlows.DoAsync(liaison, fill, "withdraw", new { reason = "补充数据" });
        Assert.Equal("assigned", (await TaskFlows.ReadAsync(liaison, fill))["task"]!["state"]!.ToString());
        Assert.Equal("suspended", (await TaskFlows.ReadAsync(mayor, sign))["task"]!["state"]!.ToString());
        Assert.Contains("被撤回，等重新提交后再办理", await TaskFlows.RefusedAsync(mayor, sign, "complete", HttpStatusCode.Conflict, new { outcome = "agree" }), StringComparison.Ordinal);

        await TaskFlows.DoAsync(liaison, fill, "complete", new { outcome = "done", data = new { report = "定稿" } });
        await TaskFlows.DoAsync(mayor, sign, "complete", new { outcome = "agree" });
        var late = await TaskFlows.RefusedAsync(liaison, fill, "withdraw", HttpStatusCode.UnprocessableEntity, new { reason = "还要改" });
        Assert.Contains("不能撤回", late, StringComparison.Ordinal);
        await _flows.TaskOfAsync(instance, "登记定稿"); // the flow knows what was submitted the second time
    }
}
