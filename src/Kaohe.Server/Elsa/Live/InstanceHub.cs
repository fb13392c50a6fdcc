using Microsoft.AspNetCore.SignalR;

namespace Kaohe.Server.Elsa.Live;

/// <summary>The hub that Studio's viewer listens to. It only says what changed; the viewer reads it through the API.</summary>
/// <param name="observed">Who watches what.</param>
internal sealed class InstanceHub(ObservedInstances observed) : Hub
{
    /// <summary>Relative to the API's address, as Studio forms it.</summary>
    public const string Path = "/elsa/hubs/workflow-instance";

    public override Task OnConnectedAsync()
    {
        // A WebSocket is opened by GET, which the guard of writes lets through; a page of another site must not listen all the same.
        var request = Context.GetHttpContext()?.Request;
        if (request?.Headers.Origin.FirstOrDefault() is { } origin && (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Authority != request.Host.Value))
        {
            Context.Abort();
        }

        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        observed.Forget(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>Called by the viewer: from now on tell about this instance.</summary>
    public Task ObserveInstanceAsync(string instanceId)
    {
        observed.Add(Context.ConnectionId, instanceId);
        return Groups.AddToGroupAsync(Context.ConnectionId, instanceId, Context.ConnectionAborted);
    }
}
