using System.Text.Json.Nodes;
using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Tasks;

/// <summary>How people act on tasks at the page, and how the office starts a small flow.</summary>
internal static class TaskPages
{
    private const string Elsa = "/elsa/api/workflow-definitions";

    /// <summary>Saves and runs a flow of activities one after the other, as Studio does.</summary>
    public static async Task StartAsync(Session office, params JsonObject[] activities)
    {
        var id = $"flow-{Guid.NewGuid():N}";
        var model = new JsonObject
        {
            ["definitionId"] = id,
            ["name"] = id,
            ["inputs"] = new JsonArray(new JsonObject { ["name"] = "cycleYear", ["type"] = "Int32", ["storageDriverType"] = "WorkflowInstanceStorageDriver" }),
            ["variables"] = new JsonArray([.. new[] { "v1", "v2" }.Select(name => new JsonObject { ["id"] = name, ["name"] = name, ["typeName"] = "Object", ["storageDriverTypeName"] = "WorkflowInstanceStorageDriver" })]),
            ["root"] = new JsonObject { ["id"] = "root", ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = new JsonArray([.. activities]) },
        };
        await PostAsync(office, Elsa, new JsonObject { ["model"] = model, ["publish"] = null });
        await PostAsync(office, $"{Elsa}/{id}/execute", new JsonObject { ["versionOptions"] = "Latest", ["input"] = new JsonObject { ["cycleYear"] = 2026 } });
    }

    /// <summary>An activity of a flow; values are literals, lists are objects, <c>v1</c> and <c>v2</c> are variables.</summary>
    public static JsonObject Activity(string id, string type, JsonObject inputs, params (string Output, string Variable)[] outputs)
    {
        var json = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in inputs)
        {
            var expression = value is JsonValue && value.ToString() is "v1" or "v2"
                ? new JsonObject { ["type"] = "Variable", ["value"] = new JsonObject { ["id"] = value.ToString(), ["name"] = value.ToString() } }
                : new JsonObject { ["type"] = value is JsonArray ? "Object" : "Literal", ["value"] = value?.DeepClone() };
            json[name] = new JsonObject { ["typeName"] = "Object", ["expression"] = expression };
        }

        foreach (var (output, variable) in outputs)
        {
            json[output] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = variable } };
        }

        return json;
    }

    /// <summary>Opens a task from the person's own list; the flow may still be on its way to it.</summary>
    public static async Task OpenAsync(this Session person, string title, string? box = null)
    {
        var line = person.Page.Locator(".task-line", new() { HasText = title });
        await person.GoAsync(box is null ? "/tasks" : $"/tasks?box={box}");
        await line.First.ClickAsync(); // the list follows the flow by itself
        await person.Page.Locator("article.task h2", new() { HasText = title }).WaitForAsync();
    }

    /// <summary>Takes an action of the bar.</summary>
    public static async Task MoreAsync(this Session person, string action)
    {
        await person.Page.Locator(".task-bar summary").ClickAsync();
        await person.Page.Locator(".task-bar .menu-body").GetByRole(AriaRole.Button, new() { Name = action, Exact = true }).ClickAsync();
    }

    /// <summary>Takes an action that asks for people or a reason; the dialog closes when it is done, and not before.</summary>
    public static async Task ActAsync(this Session person, string action, string? whom = null, string? reason = null)
    {
        await person.MoreAsync(action);
        var dialog = person.Page.GetByRole(AriaRole.Dialog);
        if (whom is not null)
        {
            await dialog.Locator("#action-search").FillAsync(whom);
            await Assertions.Expect(dialog.Locator("select.people option")).ToHaveCountAsync(1);
            await dialog.Locator("select.people").SelectOptionAsync(new SelectOptionValue { Index = 0 });
        }

        if (reason is not null)
        {
            await dialog.Locator("#action-reason").FillAsync(reason);
        }

        await person.ConfirmAsync(action);
    }

    /// <summary>Presses the button of a dialog and waits until it closes, which it does only when the act is done.</summary>
    public static async Task ConfirmAsync(this Session person, string verb)
    {
        var dialog = person.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    /// <summary>Presses a button that finishes the task, and waits until the page has gone on to the next one.</summary>
    public static async Task FinishAsync(this Session person, string button)
    {
        var here = person.Page.Url;
        await person.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(person.Page).Not.ToHaveURLAsync(here);
    }

    private static async Task PostAsync(Session office, string address, JsonObject body)
    {
        var answer = await office.Page.APIRequest.PostAsync(address, new() { DataString = body.ToJsonString(), Headers = [KeyValuePair.Create("Content-Type", "application/json")] });
        Assert.True(answer.Ok, $"{address}: {answer.Status} {await answer.TextAsync()}");
    }
}
