using Kaohe.Office;
using Kaohe.Server.Identity;

namespace Kaohe.Server.Tasks.Mentions;

/// <summary>Endpoints of mentions: a person's own only.</summary>
internal static class MentionApi
{
    public static void MapMentionApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/tasks/mentions", async (ICurrentActor current, TaskMentions mentions, CancellationToken cancel) => TypedResults.Json(
            (await mentions.UnreadAsync(await current.GetAsync(cancel), cancel)).Select(mention => new { mention.TaskId, mention.Text, mention.At }), OfficeJson.Options));
        endpoints.MapPost("/api/tasks/{id}/mentions/read", async (string id, ICurrentActor current, TaskMentions mentions, CancellationToken cancel) =>
        {
            await mentions.ReadAsync(await current.GetAsync(cancel), id, cancel);
            return TypedResults.NoContent();
        });
    }
}
