using System.Text;
using System.Text.Json;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage.Definitions;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Values;

namespace Kaohe.Server.Operations.Flows;

/// <summary>What a program sends to start an instance.</summary>
/// <param name="Input">A JSON object; absent for no input.</param>
/// <param name="CorrelationId">Business key.</param>
/// <param name="Name">Name of the instance.</param>
public sealed record StartFlowRequest(JsonElement? Input, string? CorrelationId, string? Name);

/// <summary>Endpoints of the page 流程.</summary>
internal static class FlowsApi
{
    private const string NotFound = "没有这个流程，可能已被删除。";

    public static void MapFlows(this IEndpointRouteBuilder operations)
    {
        var flows = operations.MapGroup("/flows");
        flows.MapGet("/", (string? search, bool? published, int? skip, int? take, FlowDesk desk, CancellationToken cancellationToken) =>
            desk.ListAsync(search, published, new PageRequest(skip ?? 0, take ?? 50), cancellationToken));
        flows.MapGet("/{definitionId}", async (string definitionId, FlowDesk desk, CancellationToken cancellationToken) =>
            await desk.VersionsAsync(definitionId, cancellationToken) is { Count: > 0 } versions ? (IResult)TypedResults.Ok(versions) : Missing());
        flows.MapGet("/{definitionId}/file", ExportAsync);
        flows.MapPost("/import", ImportAsync);
        flows.MapPost("/{definitionId}/publish", PublishAsync);
        flows.MapPost("/{definitionId}/retract", async (string definitionId, FlowDesk desk, CancellationToken cancellationToken) =>
            await desk.RetractAsync(definitionId, cancellationToken) ? (IResult)TypedResults.NoContent() : Missing("这个流程没有已发布的版本，不需要撤回。"));
        flows.MapPost("/{definitionId}/revert/{version:int}", async (string definitionId, int version, FlowDesk desk, CancellationToken cancellationToken) =>
            await desk.RevertAsync(definitionId, version, cancellationToken) is { } draft ? (IResult)TypedResults.Ok(new { draft.DefinitionId, draft.Version }) : Missing());
        flows.MapPost("/{definitionId}/start", StartAsync);
    }

    private static async Task<IResult> ExportAsync(string definitionId, int? version, FlowDesk desk, CancellationToken cancellationToken) =>
        await desk.FindAsync(definitionId, version, cancellationToken) is { } definition
            ? TypedResults.File(Encoding.UTF8.GetBytes(DefinitionJson.Write(definition, indented: true)), "application/json", $"{definition.DefinitionId}-v{definition.Version}.json")
            : Missing();

    private static async Task<IResult> ImportAsync(HttpRequest request, FlowDesk desk, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        var imported = await desk.ImportAsync(buffer.ToArray(), cancellationToken);
        return TypedResults.Ok(new { imported.Definition.DefinitionId, imported.Definition.Version, Problems = Problems.From(imported.Problems) });
    }

    private static async Task<IResult> PublishAsync(string definitionId, FlowDesk desk, CancellationToken cancellationToken)
    {
        var result = await desk.PublishAsync(definitionId, cancellationToken);
        return result switch
        {
            { HasErrors: true } => Problems.Invalid(Problems.From(result.Problems)),
            { Definition: { } published } => TypedResults.Ok(new { published.DefinitionId, published.Version, result.AlreadyPublished, Problems = Problems.From(result.Problems) }),
            _ => Missing(),
        };
    }

    private static async Task<IResult> StartAsync(string definitionId, StartFlowRequest request, FlowDesk desk, CancellationToken cancellationToken)
    {
        if (request.Input is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) })
        {
            return Problems.Invalid([new FieldProblem("input", "输入应当是一个 JSON 对象。")]);
        }

        var input = request.Input is { ValueKind: JsonValueKind.Object } given ? (Dictionary<string, object?>)PlainValue.FromJson(given)! : [];
        var result = await desk.StartAsync(definitionId, new FlowStart(input, request.CorrelationId, request.Name), cancellationToken);
        return result.Outcome switch
        {
            RunOutcome.NotFound => Missing("这个流程没有已发布的版本，请先发布。"),
            RunOutcome.Refused => Problems.Result(StatusCodes.Status409Conflict, "这个流程设定为同时只能有一个在运行，现在不能再启动。"),
            _ => TypedResults.Ok(new { result.InstanceId, Status = result.State?.SubStatus.ToString() }),
        };
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Missing(string text = NotFound) => Problems.Result(StatusCodes.Status404NotFound, text);
}
