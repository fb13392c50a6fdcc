using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Elsa.Http;
using Kaohe.Storage.Definitions;

namespace Kaohe.Server.Elsa.Scripting;

/// <summary>Endpoints of the script editor.</summary>
internal static class ScriptingApi
{
    public static void MapScripting(this IEndpointRouteBuilder api) =>
        api.MapPost("/scripting/javascript/type-definitions/{definitionId}", async (string definitionId, DefinitionQueries queries, CancellationToken cancellationToken) =>
            await queries.FindAsync(definitionId, VersionSelection.Latest, cancellationToken) is { } definition
                ? TypedResults.Text(TypeDefinitions.Of(definition), "text/plain; charset=utf-8")
                : ElsaAnswers.Missing()).ForViewers();
}
