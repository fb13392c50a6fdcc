using Kaohe.Server.Shell.Http;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Paging;

namespace Kaohe.Server.Operations.DeadLetters;

/// <summary>Endpoints of the page 投递失败.</summary>
internal static class DeadLettersApi
{
    public static void MapDeadLetters(this IEndpointRouteBuilder operations)
    {
        operations.MapGet("/outbox", (OutboxOverview overview, CancellationToken cancellationToken) => overview.ReadAsync(cancellationToken));
        var letters = operations.MapGroup("/dead-letters");
        letters.MapGet("/", async (string? kind, int? skip, int? take, OutboxStore store, CancellationToken cancellationToken) =>
        {
            var page = await store.ListAsync(Dead(kind), new PageRequest(skip ?? 0, take ?? 50), cancellationToken);
            return new { page.TotalCount, Items = page.Items.Select(row => new { row.Id, row.Key, row.Kind, row.WorkflowInstanceId, row.Attempts, row.Reason, row.CreatedAt, row.SettledAt }) };
        });
        letters.MapPost("/{id:long}/replay", async (long id, OutboxStore store, CancellationToken cancellationToken) => Answer(await store.ReplayAsync(id, cancellationToken)));
        letters.MapPost("/{id:long}/discard", async (long id, OutboxStore store, CancellationToken cancellationToken) => Answer(await store.DiscardAsync(id, cancellationToken)));
        letters.MapPost("/replay", async (string? kind, OutboxStore store, CancellationToken cancellationToken) =>
            new { Replayed = await store.ReplayAllAsync(Dead(kind), cancellationToken) });
    }

    internal static OutboxFilter Dead(string? kind) => new() { Status = OutboxStatus.Dead, Kind = string.IsNullOrWhiteSpace(kind) ? null : kind.Trim() };

    private static IResult Answer(bool done) =>
        done ? TypedResults.NoContent() : Problems.Result(StatusCodes.Status404NotFound, "这一条已经不在失败列表里：可能已被重新投递或删除。");
}
