using System.Text.Json;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage.Definitions;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Execution.State;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kaohe.Server.Operations.Instances;

/// <summary>What a program sends to cancel an instance.</summary>
/// <param name="Reason">Why; required.</param>
public sealed record CancelInstanceRequest(string? Reason);

/// <summary>What a program sends to run faulted activities again.</summary>
/// <param name="ActivityInstanceId">The faulted execution; null for every one.</param>
public sealed record RetryInstanceRequest(string? ActivityInstanceId);

/// <summary>What a program sends to move an instance to another version.</summary>
/// <param name="ToVersion">Number of the version.</param>
/// <param name="Mapping">Old path to new path; null gives the activity up. Absent when every activity keeps its place.</param>
/// <param name="Token">The preview's token; needed to migrate, not to preview.</param>
public sealed record MigrateInstanceRequest(int ToVersion, Dictionary<string, string?>? Mapping, long? Token);

/// <summary>Endpoints of the page 流程实例.</summary>
internal static class InstancesApi
{
    public static void MapInstances(this IEndpointRouteBuilder operations)
    {
        var instances = operations.MapGroup("/instances");
        instances.MapGet("/", ListAsync);
        instances.MapGet("/{id}", DetailAsync);
        instances.MapGet("/{id}/journal", (string id, int? skip, int? take, InstanceQueries queries, CancellationToken cancellationToken) =>
            queries.JournalAsync(id, new JournalFilter(), new PageRequest(skip ?? 0, take ?? 200), cancellationToken));
        instances.MapPost("/{id}/retry", async (string id, RetryInstanceRequest request, WorkflowRuntime runtime, CancellationToken cancellationToken) =>
            Answer(await runtime.RetryAsync(id, request.ActivityInstanceId, cancellationToken)));
        instances.MapPost("/{id}/cancel", CancelAsync);
        instances.MapPost("/{id}/migration/preview", PreviewAsync);
        instances.MapPost("/{id}/migration", MigrateAsync);
    }

    private static async Task<IResult> ListAsync(
        string? status, string? definition, string? search, bool? incidents, int? skip, int? take, InstanceViews views, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<WorkflowSubStatus>(status ?? nameof(WorkflowSubStatus.Suspended), ignoreCase: true, out var wanted))
        {
            return Problems.Invalid([new FieldProblem("status", $"没有“{status}”这种状态，可用：{string.Join('、', Enum.GetNames<WorkflowSubStatus>())}。")]);
        }

        return TypedResults.Ok(await views.ListAsync(
            new InstanceFilter
            {
                SubStatuses = status is null ? [] : [wanted],
                DefinitionIds = definition is null ? [] : [definition],
                SearchTerm = search,
                HasIncidents = incidents,
                OrderBy = InstanceOrder.LastExecuted,
            },
            new PageRequest(skip ?? 0, take ?? 50),
            cancellationToken));
    }

    private static async Task<IResult> DetailAsync(string id, InstanceViews views, CancellationToken cancellationToken) =>
        await views.FindAsync(id, cancellationToken) is { } detail
            ? TypedResults.Ok(new
            {
                detail.Summary,
                detail.Listed.DefinitionName,
                Incidents = detail.State.Incidents,
                Bookmarks = detail.Bookmarks.Select(bookmark => new { bookmark.Id, bookmark.Name, bookmark.ActivityId, bookmark.ActivityNodeId, bookmark.CreatedAt, bookmark.DueAt }),
                Variables = JsonSerializer.SerializeToElement(detail.State.ActivityExecutionContexts.Where(execution => execution.Variables is not null)
                    .ToDictionary(execution => execution.NodeId, execution => execution.Variables), WorkflowStateSerializer.Options),
                Output = JsonSerializer.SerializeToElement(detail.State.Output, WorkflowStateSerializer.Options),
                detail.ChildIds,
            })
            : Missing();

    private static async Task<IResult> CancelAsync(string id, CancelInstanceRequest request, WorkflowRuntime runtime, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(request.Reason)
            ? Problems.Invalid([new FieldProblem("reason", "请填写取消原因。")])
            : Answer(await runtime.CancelAsync(id, request.Reason.Trim(), alongside: null, cancellationToken));

    private static async Task<IResult> PreviewAsync(
        string id, MigrateInstanceRequest request, InstanceQueries queries, DefinitionQueries definitions, InstanceEditor editor, CancellationToken cancellationToken) =>
        await VersionAsync(id, request.ToVersion, queries, definitions, cancellationToken) is { } version
        && await editor.PreviewMigrationAsync(id, version, request.Mapping ?? [], cancellationToken) is { } preview
            ? TypedResults.Ok(Shown(preview))
            : Missing();

    private static async Task<IResult> MigrateAsync(
        string id, MigrateInstanceRequest request, InstanceQueries queries, DefinitionQueries definitions, InstanceEditor editor, CancellationToken cancellationToken)
    {
        if (await VersionAsync(id, request.ToVersion, queries, definitions, cancellationToken) is not { } version)
        {
            return Missing();
        }

        if (request.Token is not { } token)
        {
            return Problems.Invalid([new FieldProblem("token", "请先预览，再带上预览给出的 token 迁移，这样迁移的就是您看过的状态。")]);
        }

        return await editor.MigrateAsync(id, version, request.Mapping ?? [], token, cancellationToken) switch
        {
            null => Missing(),
            { Plan.IsPossible: true } done => TypedResults.Ok(Shown(done)),
            var refused => Problems.Invalid(refused.Plan.Problems.Select(problem => new FieldProblem("mapping", problem))),
        };
    }

    private static async Task<string?> VersionAsync(string id, int number, InstanceQueries queries, DefinitionQueries definitions, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } instance
            ? (await definitions.FindAsync(instance.State.DefinitionId, VersionSelection.Of(number), cancellationToken))?.Id
            : null;

    private static object Shown(MigrationPreview preview) => new
    {
        preview.Token, preview.Plan.FromVersion, preview.Plan.ToVersion, preview.Plan.Moves, preview.Plan.LostVariables, preview.Plan.Problems, preview.Plan.IsPossible,
    };

    private static IResult Answer(RunResult result) => result.Outcome switch
    {
        RunOutcome.NotFound => Missing(),
        RunOutcome.NotRunning => Problems.Result(StatusCodes.Status409Conflict, "流程实例已经结束，不能再操作。"),
        RunOutcome.NothingToRetry => Problems.Result(StatusCodes.Status409Conflict, "没有出错的活动，不需要重试。"),
        _ => TypedResults.Ok(new { result.InstanceId, Status = result.State?.SubStatus.ToString() }),
    };

    private static ProblemHttpResult Missing() => Problems.Result(StatusCodes.Status404NotFound, "没有这个流程实例或版本，可能已被删除。");
}
