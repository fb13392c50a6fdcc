using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Activities.Effects;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tests.Given;

/// <summary>Tasks as flows open them and people do them.</summary>
/// <param name="host">The demo city.</param>
public sealed class TaskWork(DemoHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Opens one task as a flow would.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> OpenAsync(string kind, string role, string? unitId = null, bool isApproval = false, Dictionary<string, object?>? data = null, bool isConfidential = false)
    {
        var title = Guid.NewGuid().ToString("N");
        await host.DeliverAsync(KaoheEffects.OpenTasks, new OpenTasks
        {
            BookmarkId = "b",
            Item = "item",
            CycleYear = DemoHost.Year,
            Audience = unitId is null ? AudienceSpec.Once : AudienceSpec.OfUnit(unitId),
            TaskKind = kind,
            Title = title,
            Role = role,
            IsApproval = isApproval,
            IsConfidential = isConfidential,
            Outcomes = isApproval ? [Kaohe.Office.Tasks.TaskOutcome.Agree, Kaohe.Activities.Plans.PlanOutcomes.Return] : [Kaohe.Office.Tasks.TaskOutcome.Done],
            Data = data,
        });
        await using var db = host.Read();
        return await db.Tasks.Where(task => task.Title.EndsWith(title)).Select(task => task.Id).SingleAsync(Cancel);
    }

    /// <summary>The form of a task as it is prepared for a person who has taken it.</summary>
    public static async Task<JsonObject> FormAsync(HttpClient person, string id)
    {
        var document = await person.GetFromJsonAsync<JsonObject>($"/api/tasks/{id}", Cancel);
        if (!document!["rights"]!.AsArray().Any(right => right!.ToString() == "Act"))
        {
            using var claimed = await person.PostAsJsonAsync($"/api/tasks/{id}/claim", new { expectedRevision = document["task"]!["revision"]!.GetValue<long>() }, Cancel);
            Assert.True(claimed.IsSuccessStatusCode, await claimed.Content.ReadAsStringAsync(Cancel));
            document = await person.GetFromJsonAsync<JsonObject>($"/api/tasks/{id}", Cancel);
        }

        return document!["form"]!.DeepClone().AsObject();
    }

    /// <summary>Submits a form.</summary>
    public static async Task<HttpResponseMessage> CompleteAsync(HttpClient person, string id, JsonObject? data, string outcome = "done", string opinion = "同意。")
    {
        var document = await person.GetFromJsonAsync<JsonElement>($"/api/tasks/{id}", Cancel);
        var revision = document.GetProperty("task").GetProperty("revision").GetInt64();
        return await person.PostAsJsonAsync($"/api/tasks/{id}/complete", new JsonObject { ["expectedRevision"] = revision, ["outcome"] = outcome, ["opinion"] = opinion, ["data"] = data }, Cancel);
    }
}
