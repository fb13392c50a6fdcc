using System.Security.Claims;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Search;

namespace Kaohe.Server.Operations.Flows;

/// <summary>Finds definitions by name.</summary>
/// <param name="desk">Definitions.</param>
internal sealed class FlowSearch(FlowDesk desk) : ISearchSource
{
    public string Title => "流程";

    public int Order => 80;

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(ClaimsPrincipal user, string text, int limit, CancellationToken cancellationToken) =>
        user.IsInRole(RoleCodes.Office) || user.IsInRole(RoleCodes.Administrator)
            ? [.. (await desk.ListAsync(text, onlyPublished: null, new(0, limit), cancellationToken)).Items
                .Select(found => new SearchHit(found.Name ?? found.DefinitionId, $"第 {found.Version} 版", $"/operations/flows/{Uri.EscapeDataString(found.DefinitionId)}"))]
            : [];
}
