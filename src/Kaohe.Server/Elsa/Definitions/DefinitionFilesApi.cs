using System.Security.Claims;
using System.Text.Json;
using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Elsa.Http;
using Kaohe.Storage.Definitions;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Definitions;

/// <summary>Version rows to hand out.</summary>
internal sealed record ExportRequest(IReadOnlyList<string>? Ids, bool? IncludeConsumingWorkflows);

/// <summary>Endpoints that take definitions in and hand them out as files.</summary>
internal static class DefinitionFilesApi
{
    public static void MapDefinitionFiles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions/{definitionId}/export", ExportAsync).ForViewers();
        api.MapPost("/bulk-actions/export/workflow-definitions", ExportManyAsync).ForViewers();
        api.MapPost("/workflow-definitions/import", ImportAsync).ForEditors();
        api.MapPost("/workflow-definitions/import-files", ImportFilesAsync).ForEditors();
    }

    private static async Task<IResult> ExportAsync(
        string definitionId, HttpRequest request, DefinitionQueries queries, DefinitionReferences references, CancellationToken cancellationToken)
    {
        var versions = VersionSelection.Parse(request.Text("versionOptions") ?? nameof(VersionSelection.Latest)) ?? VersionSelection.Latest;
        return await queries.FindAsync(definitionId, versions, cancellationToken) is { } definition
            ? File(DefinitionFiles.Write(await WithConsumersAsync([definition], request.Flag("includeConsumingWorkflows"), references, cancellationToken)))
            : ElsaAnswers.Missing();
    }

    private static async Task<IResult> ExportManyAsync(ExportRequest request, DefinitionQueries queries, DefinitionReferences references, CancellationToken cancellationToken)
    {
        var definitions = await queries.FindVersionsAsync([.. request.Ids ?? []], cancellationToken);
        return definitions.Count == 0
            ? ElsaAnswers.Missing()
            : File(DefinitionFiles.Zip(await WithConsumersAsync(definitions, request.IncludeConsumingWorkflows, references, cancellationToken)));
    }

    private static async Task<IReadOnlyList<WorkflowDefinition>> WithConsumersAsync(
        IReadOnlyList<WorkflowDefinition> definitions, bool? withConsumers, DefinitionReferences references, CancellationToken cancellationToken)
    {
        if (withConsumers != true)
        {
            return definitions;
        }

        List<WorkflowDefinition> all = [.. definitions];
        for (var index = 0; index < all.Count; index++)
        {
            var known = all.Select(each => each.DefinitionId).ToHashSet();
            all.AddRange((await references.ConsumersAsync(all[index].DefinitionId, cancellationToken)).Where(consumer => !known.Contains(consumer.DefinitionId)));
        }

        return all;
    }

    private static async Task<IResult> ImportAsync(HttpRequest request, DefinitionDesk desk, DefinitionViews views, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        try
        {
            var change = await desk.SaveAsync(await ElsaBody.ReadAsync<JsonElement>(request, cancellationToken), publish: false, cancellationToken);
            return change.Definition is { } definition ? ElsaJson.Ok(await views.FullAsync(definition, user, cancellationToken)) : ElsaAnswers.Refused(change.Problems);
        }
        catch (DefinitionException exception)
        {
            return ElsaAnswers.Refused(exception.Problems);
        }
    }

    private static async Task<IResult> ImportFilesAsync(HttpRequest request, DefinitionDesk desk, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return ElsaAnswers.Refused("没有收到文件，请选择流程文件（.json 或 .zip）后再导入。");
        }

        List<DefinitionProblem> problems = [];
        var count = 0;
        foreach (var upload in (await request.ReadFormAsync(cancellationToken)).Files)
        {
            using var content = new MemoryStream();
            await upload.CopyToAsync(content, cancellationToken);
            try
            {
                foreach (var (name, model) in DefinitionFiles.Read(upload.FileName, content.ToArray()))
                {
                    var change = await desk.SaveAsync(model, publish: false, cancellationToken);
                    problems.AddRange(change.Problems.Select(problem => problem with { Message = $"{name}：{problem.Message}" }));
                    count += change.Definition is null ? 0 : 1;
                }
            }
            catch (DefinitionException exception)
            {
                problems.AddRange(exception.Problems.Select(problem => problem with { Message = $"{upload.FileName}：{problem.Message}" }));
            }
        }

        return problems.Count > 0 ? ElsaAnswers.Refused(problems) : ElsaJson.Ok(new { Count = count });
    }

    private static IResult File(DefinitionFile file) => TypedResults.File(file.Content, file.ContentType, file.Name);
}
