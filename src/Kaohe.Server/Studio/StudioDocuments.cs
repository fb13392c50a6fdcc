using Kaohe.Server.Studio.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kaohe.Server.Studio;

/// <summary>The four documents with one element of Studio each. Their paths are those that Studio itself puts into the address bar, so reloading works.</summary>
internal static class StudioDocuments
{
    // Studio is WebAssembly, its code editor and designer set styles and start workers, and two of its pages bring a script of their own
    // for keyboard shortcuts (editor, list of instances), named here by their hashes (of 3.8.2). Nothing leaves this host.
    private const string Policy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=' 'sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts='; "
        + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; frame-ancestors 'self'; form-action 'self'; base-uri 'self'";

    public static void MapStudioDocuments(this IEndpointRouteBuilder studio)
    {
        Map(studio, StudioAddresses.DefinitionsPath, _ => new StudioElement("elsa-workflow-definition-list", null, null));
        Map(studio, StudioAddresses.DefinitionsPath + "/{id}/edit", id => new StudioElement("elsa-workflow-definition-editor", "definition-id", id));
        Map(studio, StudioAddresses.InstancesPath, _ => new StudioElement("elsa-workflow-instance-list", null, null));
        Map(studio, StudioAddresses.InstancesPath + "/{id}/view", id => new StudioElement("elsa-workflow-instance-viewer", "instance-id", id));
    }

    private static void Map(IEndpointRouteBuilder studio, string pattern, Func<string, StudioElement> element) => studio.MapGet(pattern, (HttpContext context) =>
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<StudioDocument>(new { Element = element(context.GetRouteValue("id") as string ?? "") });
    });
}
