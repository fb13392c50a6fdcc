using Kaohe.Office.People;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage.Paging;

namespace Kaohe.Server.Delegations;

/// <summary>A delegation for programs.</summary>
internal sealed record DelegationAnswer(
    string Id, PersonRef Principal, PersonRef Proxy, DateOnly From, DateOnly To, string Scope, string Reason, string State, bool MayRevoke, IReadOnlyList<string> History);

/// <summary>Endpoints of delegations. <see cref="DelegationAccess"/> decides about each.</summary>
internal static class DelegationApi
{
    private const int PageSize = 50;

    public static void MapDelegationApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/delegations");
        api.MapGet("/", ListAsync);
        api.MapGet("/proxies", async (DelegationDesk desk, ICurrentActor current, CancellationToken cancel) =>
            (await desk.ProxiesOfAsync((await current.GetAsync(cancel)).Person, cancel)).Select(person => person.Ref));
        api.MapPost("/", RecordAsync);
        api.MapPost("/{id}/revoke", async (string id, DelegationDesk desk, ICurrentActor current, CancellationToken cancel) =>
            await desk.RevokeAsync(await current.GetAsync(cancel), id, cancel) switch
            {
                null => Problems.Result(StatusCodes.Status404NotFound, "没有这条代理，或者与您无关。"),
                { Count: > 0 } problems => Problems.Invalid(problems),
                _ => (IResult)TypedResults.NoContent(),
            });
    }

    private static async Task<IResult> ListAsync(bool? all, int? page, DelegationDesk desk, ICurrentActor current, CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        if (all == true && !DelegationAccess.SeesAll(actor))
        {
            return Problems.Result(StatusCodes.Status403Forbidden, "只有考核办和管理员能看全部代理。");
        }

        var list = await desk.ListAsync(actor, all ?? false, PageRequest.Number(page ?? 0, PageSize), cancel);
        return TypedResults.Ok(new Page<DelegationAnswer>([.. list.Items.Select(one => AnswerOf(one, actor, desk.Today))], list.TotalCount));
    }

    private static async Task<IResult> RecordAsync(DelegationRequest request, DelegationDesk desk, ICurrentActor current, CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        var (recorded, problems) = await desk.RecordAsync(actor, request, cancel);
        return recorded is null ? Problems.Invalid(problems) : TypedResults.Ok(AnswerOf(recorded, actor, desk.Today));
    }

    private static DelegationAnswer AnswerOf(Delegation one, Actor actor, DateOnly today) => new(
        one.Id, one.Principal, one.Proxy, one.From, one.To, DelegationWords.Of(one.Scope), one.Reason, DelegationWords.State(one, today).Text,
        DelegationAccess.Of(one, actor).HasFlag(DelegationRights.Revoke), DelegationWords.History(one));
}
