using Kaohe.Office.People;
using Kaohe.Server.Shell.Components;
using MudBlazor;

namespace Kaohe.Server.Delegations.Pages;

/// <summary>Asks before a delegation is ended, for both pages.</summary>
internal static class DelegationRevoking
{
    /// <summary>Asks, ends it, and gives the sentence to show; null when the person thought better of it.</summary>
    public static async Task<string?> AskAsync(IDialogService dialogs, DelegationDesk desk, Actor actor, Delegation one)
    {
        var question = new ConfirmQuestion($"收回{one.Proxy.Name}的代理？", $"从现在起由{one.Principal.Name}本人办理，{one.Proxy.Name}手上还没办的任务同时回到{one.Principal.Name}的待办。", "收回") { IsBinding = true };
        if (await dialogs.ConfirmAsync(question) is null)
        {
            return null;
        }

        var problems = await desk.RevokeAsync(actor, one.Id);
        return problems switch
        {
            null => "没有这条代理，或者与您无关。",
            [{ Message: var message }, ..] => message,
            _ => $"已收回{one.Proxy.Name}的代理。",
        };
    }
}
