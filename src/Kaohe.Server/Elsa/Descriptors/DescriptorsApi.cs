using System.Text.Json;
using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Elsa.Http;

namespace Kaohe.Server.Elsa.Descriptors;

/// <summary>What the values of an activity's inputs are when a dropdown opens.</summary>
internal sealed record OptionsRequest(JsonElement? Context);

/// <summary>Endpoints that tell Studio which activities, types and strategies there are.</summary>
internal static class DescriptorsApi
{
    public static void MapDescriptors(this IEndpointRouteBuilder api)
    {
        api.MapGet("/features/installed", () => ElsaJson.Ok(DescriptorLists.Features)).ForViewers();
        api.MapGet("/features/installed/{fullName}", (string fullName) =>
            DescriptorLists.Features.Items.FirstOrDefault(feature => feature.FullName == fullName) is { } feature ? ElsaJson.Ok(feature) : ElsaAnswers.Missing("没有这个功能。")).ForViewers();
        api.MapGet("/package/version", () => ElsaJson.Ok(new { PackageVersion = "3.8.2" })).ForViewers();

        var descriptors = api.MapGroup("/descriptors");
        descriptors.MapGet("/activities", async (DescriptorCatalog catalog, CancellationToken cancellationToken) =>
            TypedResults.Bytes((await catalog.ReadAsync(cancellationToken)).Json, "application/json; charset=utf-8")).ForViewers();
        descriptors.MapPost("/activities/{typeName}/options/{propertyName}", OptionsAsync).ForViewers();
        descriptors.MapGet("/expression-descriptors", () => ElsaJson.Ok(DescriptorLists.Expressions)).ForViewers();
        descriptors.MapGet("/storage-drivers", () => ElsaJson.Ok(DescriptorLists.StorageDrivers)).ForViewers();
        descriptors.MapGet("/variables", () => ElsaJson.Ok(DescriptorLists.VariableTypes)).ForViewers();
        descriptors.MapGet("/workflow-activation-strategies", () => ElsaJson.Ok(DescriptorLists.Activation)).ForViewers();
        descriptors.MapGet("/incident-strategies", () => ElsaJson.Ok(DescriptorLists.Incidents)).ForViewers();
        descriptors.MapGet("/log-persistence-strategies", () => ElsaJson.Ok(DescriptorLists.LogPersistence)).ForViewers();
        descriptors.MapGet("/commit-strategies/workflows", () => ElsaJson.Ok(DescriptorLists.Commits)).ForViewers();
        descriptors.MapGet("/commit-strategies/activities", () => ElsaJson.Ok(DescriptorLists.Commits)).ForViewers();
        descriptors.MapGet("/output-converters", () => ElsaJson.List(Array.Empty<object>())).ForViewers();

        // Features that we do not list; a client that asks all the same learns that there is nothing.
        api.MapGet("/workflow-contexts/provider-descriptors", () => ElsaJson.List(Array.Empty<object>())).ForViewers();
        api.MapGet("/resilience/strategies", () => ElsaJson.List(Array.Empty<object>())).ForViewers();
        api.MapGet("/resilience/retries/{id}", (string id) => ElsaJson.Ok(new ElsaPage<object>([], 0, []))).ForViewers();
    }

    private static async Task<IResult> OptionsAsync(
        string typeName, string propertyName, OptionsRequest? request, DescriptorCatalog catalog, CancellationToken cancellationToken)
    {
        var role = request?.Context is { ValueKind: JsonValueKind.Object } context ? Literal(context, "role") : null;
        var specifications = await catalog.OptionsAsync(typeName, propertyName, new OptionCascade(role), cancellationToken);
        return ElsaJson.Ok(new { Items = specifications ?? new Dictionary<string, object?>() });
    }

    private static string? Literal(JsonElement context, string input) =>
        context.TryGetProperty(input, out var wrapped) && wrapped.ValueKind == JsonValueKind.Object
        && wrapped.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object
        && expression.TryGetProperty("type", out var type) && type.ValueEquals("Literal")
        && expression.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
