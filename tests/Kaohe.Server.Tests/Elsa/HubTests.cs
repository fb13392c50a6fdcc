using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Kaohe.Server.Identity;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Elsa;

/// <summary>The hub over a real WebSocket, with SignalR's JSON protocol spoken by hand as Studio's client does.</summary>
public sealed class HubTests(ElsaHost host) : IClassFixture<ElsaHost>
{
    private const char End = '\u001e';

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_tell_a_viewer_that_the_instance_went_on()
    {
        var office = await host.OfficeAsync();
        await ElsaHost.SavedAsync(office, Flows.Waiting("live"));
        using var run = await ElsaHost.SendAsync(office, "/workflow-definitions/live/execute", new JsonObject { ["versionOptions"] = "Latest" });
        var id = run.Headers.GetValues("x-elsa-workflow-instance-id").Single();
        using var socket = await ConnectAsync(RoleCodes.Leader, host.Address.GetLeftPart(UriPartial.Authority));
        await SendAsync(socket, """{"protocol":"json","version":1}""");
        await SendAsync(socket, $$"""{"type":1,"invocationId":"1","target":"ObserveInstanceAsync","arguments":["{{id}}"]}""");
        var messages = new StringBuilder();
        while (!messages.ToString().Contains("\"invocationId\":\"1\"", StringComparison.Ordinal))
        {
            await ReceiveAsync(socket, messages);
        }

        await ElsaHost.SendAsync(office, $"/cancel/workflow-instances/{id}");
        while (!messages.ToString().Contains("WorkflowInstanceUpdatedAsync", StringComparison.Ordinal))
        {
            await ReceiveAsync(socket, messages);
        }

        var told = messages.ToString().Split(End, StringSplitOptions.RemoveEmptyEntries).Select(message => JsonNode.Parse(message)!).Where(message => message["target"] is not null).ToList();
        Assert.Equal(["ActivityExecutionLogUpdatedAsync", "WorkflowExecutionLogUpdatedAsync", "WorkflowInstanceUpdatedAsync"], told.Take(3).Select(message => (string)message["target"]!));
        Assert.Empty(Captured.Missing(Captured.Read("report"), told[0]["arguments"]![0]));
        Assert.Equal(id, (string?)told[2]["arguments"]![0]!["workflowInstanceId"]);
    }

    [Fact]
    public async Task Should_not_talk_to_a_page_of_another_site()
    {
        using var socket = await ConnectAsync(RoleCodes.Office, "https://evil.example");
        await SendAsync(socket, """{"protocol":"json","version":1}""");
        var messages = new StringBuilder();
        while (socket.State == WebSocketState.Open && await ReceiveAsync(socket, messages))
        {
        }

        Assert.NotEqual(WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task Should_not_let_a_unit_listen()
    {
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(RoleCodes.Unit, host.Address.GetLeftPart(UriPartial.Authority)));

        Assert.Contains("404", refused.Message, StringComparison.Ordinal);
    }

    private async Task<ClientWebSocket> ConnectAsync(string role, string origin)
    {
        await host.EnsureAsync($"听众{role}", user => user.DisplayName = role, role);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = host.Address };
        using var signedIn = await client.PostAsJsonAsync("/api/auth/sign-in", new SignInRequest($"听众{role}", ServerHost.Password), Cancel);
        Assert.Equal(HttpStatusCode.NoContent, signedIn.StatusCode);
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", string.Join("; ", signedIn.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new UriBuilder(host.Address) { Scheme = "ws", Path = "/elsa/hubs/workflow-instance" }.Uri, Cancel);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, Cancel);

    private static async Task<bool> ReceiveAsync(ClientWebSocket socket, StringBuilder messages)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            var received = await socket.ReceiveAsync(buffer, Cancel);
            messages.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
            return received.MessageType != WebSocketMessageType.Close;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }
}
