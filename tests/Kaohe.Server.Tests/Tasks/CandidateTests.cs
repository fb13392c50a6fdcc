using System.Net;
using System.Text.Json.Nodes;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Tasks;

/// <summary>Who gets a human task, in each way in which the designer lets the office say it.</summary>
[Collection(TaskCity.Name)]
public sealed class CandidateTests(DemoHost host)
{
    private readonly TaskFlows _flows = new(host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("由人员办", """{ "candidates": ["xinfu-liaison"] }""", "忻府区联络员", "忻府区区长")]
    [InlineData("由角色办", """{ "candidates": ["role:office"] }""", "考核办经办人", "忻府区联络员")]
    [InlineData("由单位办", """{ "candidates": ["unit:xinfu"] }""", "忻府区区长", "原平市联络员")]
    [InlineData("由职务办", """{ "candidates": ["post:xinfu/head"] }""", "忻府区委书记", "忻府区联络员")]
    [InlineData("由几方办", """{ "candidates": ["post:xinfu/head", "yuanping-liaison"] }""", "原平市联络员", "忻府区联络员")]
    [InlineData("由表达式办", """{ "candidates": { "type": "JavaScript", "value": "['xin' + 'fu', 'yuanping'].map(unit => `post:${unit}/head`)" } }""", "忻府区委书记", "忻府区联络员")]
    [InlineData("由所选角色办", """{ "role": "leader" }""", "市长", "考核办经办人")]
    [InlineData("由所选人员办", """{ "role": "unit", "postOrPerson": "yuanping-liaison" }""", "原平市联络员", "忻府区联络员")]
    public async Task Should_give_the_task_to_whom_the_designer_names_and_to_nobody_else(string way, string inputs, string theirs, string others)
    {
        var given = JsonNode.Parse(inputs)!.AsObject();
        given["title"] = way;
        var instance = await _flows.StartAsync(TaskFlows.Activity("work", "Kaohe.HumanTask", given));
        var id = await _flows.TaskOfAsync(instance, way);
        var (mine, other) = (await host.AsAsync(theirs), await host.AsAsync(others));

        Assert.True((await mine.GetStringAsync("/api/tasks/?box=Todo&size=200", Cancel)).Contains(id, StringComparison.Ordinal), $"{way}: {theirs}");
        Assert.False((await other.GetStringAsync("/api/tasks/?box=Todo&size=200", Cancel)).Contains(id, StringComparison.Ordinal), $"{way}: {others}");
        using var refused = await TaskFlows.SendAsync(other, id, "claim", new { expectedRevision = 1 });
        Assert.Contains(refused.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Conflict });
        await TaskWork.FormAsync(mine, id);
        await TaskFlows.DoAsync(mine, id, "complete", new { outcome = "done", data = new { report = "办好了" } });
    }
}
