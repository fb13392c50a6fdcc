using System.Security.Claims;
using System.Text.Json;
using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Elsa.Http;
using Kaohe.Storage.Definitions;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Definitions;

/// <summary>A model to save.</summary>
internal sealed record SaveRequest(JsonElement Model, bool? Publish);

/// <summary>Endpoints of single definitions: read, save, publish.</summary>
internal static class DefinitionsApi
{
    public static void MapDefinitions(this IEndpointRouteBuilder api)
    {
        var definitions = api.MapGroup("/workflow-definitions");
        definitions.MapGet("/", ListAsync).ForViewers();
        definitions.MapPost("/", SaveAsync).ForEditors();
        definitions.MapPost("/{definitionId}/publish", PublishAsync).ForEditors();
        definitions.MapGet("/by-definition-id/{definitionId}", FindAsync).ForViewers();
        definitions.MapGet("/by-id/{id}", async (string id, DefinitionQueries queries, DefinitionViews views, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await ShowAsync(await queries.FindVersionAsync(id, cancellationToken), views, user, cancellationToken)).ForViewers();
        definitions.MapGet("/many-by-id", ManyAsync).ForViewers();
        definitions.MapGet("/query/count", async (DefinitionQueries queries, CancellationToken cancellationToken) =>
            ElsaJson.Ok(new { Count = await queries.CountAsync(cancellationToken) })).ForViewers();
        definitions.MapGet("/validation/is-name-unique", async (string? name, string? definitionId, DefinitionQueries queries, CancellationToken cancellationToken) =>
            ElsaJson.Ok(new { IsUnique = await queries.IsNameUniqueAsync(name ?? "", definitionId, cancellationToken) })).ForViewers();
    }

    private static async Task<IResult> ListAsync(HttpRequest request, DefinitionQueries queries, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var filter = new DefinitionFilter
        {
            Versions = VersionSelection.Parse(request.Text("versionOptions")) ?? VersionSelection.All,
            SearchTerm = request.Text("SearchTerm"),
            DefinitionIds = request.Texts("DefinitionIds"),
            Ids = request.Texts("Ids"),
            IsSystem = request.Flag("IsSystem"),
            OrderBy = Enum.TryParse<DefinitionOrder>(request.Text("OrderBy"), ignoreCase: true, out var order) ? order : DefinitionOrder.Created,
            Descending = string.Equals(request.Text("OrderDirection"), "Descending", StringComparison.OrdinalIgnoreCase),
        };
        var page = await queries.ListAsync(filter, request.Page(), cancellationToken);
        return ElsaJson.Ok(new ElsaPage<DefinitionSummaryModel>([.. page.Items.Select(row => DefinitionViews.Summary(row, user))], page.TotalCount, DefinitionViews.ListLinks(user)));
    }

    private static async Task<IResult> FindAsync(
        string definitionId, HttpRequest request, DefinitionQueries queries, DefinitionViews views, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var versions = VersionSelection.Parse(request.Text("versionOptions") ?? nameof(VersionSelection.Latest)) ?? VersionSelection.Latest;
        return await ShowAsync(await queries.FindAsync(definitionId, versions, cancellationToken), views, user, cancellationToken);
    }

    private static async Task<IResult> ManyAsync(HttpRequest request, DefinitionQueries queries, DefinitionViews views, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        List<object> found = [];
        foreach (var definition in await queries.FindVersionsAsync(request.Texts("ids"), cancellationToken))
        {
            found.Add(await views.FullAsync(definition, user, cancellationToken));
        }

        return ElsaJson.List(found);
    }

    private static async Task<IResult> SaveAsync(
        HttpRequest request, DefinitionDesk desk, DefinitionReferences references, DefinitionViews views, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        try
        {
            var body = await ElsaBody.ReadAsync<SaveRequest>(request, cancellationToken);
            return await SavedAsync(await desk.SaveAsync(body.Model, body.Publish == true, cancellationToken), references, views, user, cancellationToken);
        }
        catch (DefinitionException exception)
        {
            return ElsaAnswers.Refused(exception.Problems);
        }
    }

    private static async Task<IResult> PublishAsync(
        string definitionId, DefinitionDesk desk, DefinitionReferences references, DefinitionViews views, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await SavedAsync(await desk.PublishAsync(definitionId, cancellationToken), references, views, user, cancellationToken);

    /// <summary>What Studio is told after a save or a publication.</summary>
    private static async Task<IResult> SavedAsync(
        DefinitionChange change, DefinitionReferences references, DefinitionViews views, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (change.IsRefused)
        {
            return ElsaAnswers.Refused(change.Problems);
        }

        if (change.Definition is not { } definition)
        {
            return ElsaAnswers.Missing();
        }

        if (definition is { IsPublished: true, Options.AutoUpdateConsumingWorkflows: true } && !change.AlreadyPublished)
        {
            await references.UpdateAsync(definition.DefinitionId, cancellationToken);
        }

        return ElsaJson.Ok(new
        {
            WorkflowDefinition = await views.FullAsync(definition, user, cancellationToken),
            change.AlreadyPublished,
            ConsumingWorkflowCount = (await references.ConsumersAsync(definition.DefinitionId, cancellationToken)).Count,
        });
    }

    private static async Task<IResult> ShowAsync(WorkflowDefinition? definition, DefinitionViews views, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        definition is null ? ElsaAnswers.Missing() : ElsaJson.Ok(await views.FullAsync(definition, user, cancellationToken));
}
