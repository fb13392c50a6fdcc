using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Server.Tests.Elsa;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tests.Tasks;

/// <summary>One started product for all tests of tasks.</summary>
[CollectionDefinition(Name)]
public sealed class TaskCity : ICollectionFixture<DemoHost>
{
    public const string Name = "task city";
}

/// <summary>Free flows as the office draws them, run by the real engine, and people of the demo city who do their tasks.</summary>
/// <param name="host">The demo city.</param>
internal sealed class TaskFlows(DemoHost host)
{
    public const string Liaison = "忻府区联络员";
    public const string Mayor = "市长";
    public const string Organiser = "市委组织部部长";
    public const string Deputy = "分管副市长";
    public const string Office = "考核办主任";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>An activity with inputs; a value is a literal, a JSON object with <c>type</c> an expression.</summary>
    public static JsonObject Activity(string id, string type, object inputs, params (string Output, string Variable)[] outputs)
    {
        var json = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(inputs)!.AsObject())
        {
            var expression = value is JsonObject given && given.ContainsKey("type")
                ? given.DeepClone()
                : new JsonObject { ["type"] = value is JsonArray or JsonObject ? "Object" : "Literal", ["value"] = value?.DeepClone() };
            json[name] = new JsonObject { ["typeName"] = "Object", ["expression"] = expression };
        }

        foreach (var (output, variable) in outputs)
        {
            json[output] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = variable } };
        }

        return json;
    }

    public static object Script(string code) => new { type = "JavaScript", value = code };

    public static object Variable(string name) => new { type = "Variable", value = new { id = name, name } };

    /// <summary>Saves, publishes and starts a flow of activities one after the other.</summary>
    /// <returns>The instance.</returns>
    public async Task<string> StartAsync(params JsonObject[] activities)
    {
        var office = await host.AsAsync(Office);
        var id = $"flow-{Guid.NewGuid():N}";
        var model = new JsonObject
        {
            ["definitionId"] = id,
            ["name"] = id,
            ["inputs"] = new JsonArray(new JsonObject { ["name"] = "cycleYear", ["type"] = "Int32", ["storageDriverType"] = "WorkflowInstanceStorageDriver" }),
            ["variables"] = new JsonArray([.. new[] { "v1", "v2", "v3" }.Select(name => new JsonObject { ["id"] = name, ["name"] = name, ["typeName"] = "Object", ["storageDriverTypeName"] = "WorkflowInstanceStorageDriver" })]),
            ["root"] = new JsonObject { ["id"] = "root", ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = new JsonArray([.. activities]) },
        };
        await ElsaHost.SavedAsync(office, model.ToJsonString());
        using var answer = await ElsaHost.SendAsync(
            office, $"/workflow-definitions/{id}/execute", new JsonObject { ["versionOptions"] = "Latest", ["input"] = new JsonObject { ["cycleYear"] = DemoHost.Year } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return answer.Headers.GetValues("x-elsa-workflow-instance-id").Single();
    }

    /// <summary>Waits until a person has a live task of an instance in hand or may claim it.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> TaskOfAsync(string instance, string title, string? assigneeId = null)
    {
        string? id = null;
        await Wait.UntilAsync(async () =>
        {
            await using var db = host.Read();
            id = await db.Tasks.AsNoTracking()
                .Where(task => task.InstanceId == instance && task.IsLive && task.Title == title && (assigneeId == null || task.AssigneeId == assigneeId))
                .Select(task => task.Id).FirstOrDefaultAsync(Cancel);
            return id is not null;
        });
        return id!;
    }

    public static async Task<JsonObject> ReadAsync(HttpClient person, string id) => (await person.GetFromJsonAsync<JsonObject>($"/api/tasks/{id}", Cancel))!;

    /// <summary>Sends a command with the revision that the person sees now.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient person, string id, string command, object? body = null)
    {
        var json = JsonSerializer.SerializeToNode(body ?? new { })!.AsObject();
        using var read = await person.GetAsync(new Uri($"/api/tasks/{id}", UriKind.Relative), Cancel);
        if (!json.ContainsKey("expectedRevision") && read.IsSuccessStatusCode)
        {
            json["expectedRevision"] = (await read.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["task"]!["revision"]!.DeepClone();
        }

        return await person.PostAsJsonAsync($"/api/tasks/{id}/{command}", json, Cancel);
    }

    /// <summary>Sends a command that must work.</summary>
    public static async Task DoAsync(HttpClient person, string id, string command, object? body = null)
    {
        using var answer = await SendAsync(person, id, command, body);
        Assert.True(answer.IsSuccessStatusCode, $"{command}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancel)}");
    }

    /// <summary>Sends a command that must be refused, and gives the words.</summary>
    public static async Task<string> RefusedAsync(HttpClient person, string id, string command, HttpStatusCode status, object? body = null)
    {
        using var answer = await SendAsync(person, id, command, body);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == status, $"{command}: {answer.StatusCode} instead of {status}: {text}");
        return JsonNode.Parse(text)!["detail"]!.ToString();
    }
}
