using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Elsa;

/// <summary>The real server with the product's flows, called as Studio calls it.</summary>
public class ElsaHost : ServerHost
{
    public const string Api = "/elsa/api";

    protected override IEnumerable<string> Settings => [$"--Workflows:Folder={ProductFolders.Product("workflows")}"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task<HttpClient> OfficeAsync() => SignInAsync("考核办经办人", RoleCodes.Office);

    public Task<HttpClient> LeaderAsync() => SignInAsync("市领导", RoleCodes.Leader);

    public static async Task<JsonNode> GetAsync(HttpClient client, string path) => await ReadAsync(await client.GetAsync(Api + path, Cancel));

    public static async Task<JsonNode> PostAsync(HttpClient client, string path, JsonNode? body = null) => await ReadAsync(await SendAsync(client, path, body));

    public static Task<HttpResponseMessage> SendAsync(HttpClient client, string path, JsonNode? body = null, string method = "POST") => client.SendAsync(
        new HttpRequestMessage(new HttpMethod(method), Api + path) { Content = new StringContent((body ?? new JsonObject()).ToJsonString(), Encoding.UTF8, "application/json") }, Cancel);

    /// <summary>The messages that Studio shows one by one.</summary>
    public static async Task<IReadOnlyList<string>> RefusalAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        return [.. body.GetProperty("errors").EnumerateObject().SelectMany(error => error.Value.EnumerateArray()).Select(message => message.GetString()!)];
    }

    /// <summary>Saves a model as Studio does.</summary>
    public static Task<HttpResponseMessage> SaveAsync(HttpClient client, JsonNode model, bool? publish = null) =>
        SendAsync(client, "/workflow-definitions", new JsonObject { ["model"] = model.DeepClone(), ["publish"] = publish });

    /// <summary>Saves a small flow under a name.</summary>
    public static async Task<JsonNode> SavedAsync(HttpClient client, string file, bool? publish = null)
    {
        using var answer = await SaveAsync(client, JsonNode.Parse(file)!, publish);
        return (await ReadAsync(answer))["workflowDefinition"]!;
    }

    public static async Task<JsonNode> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.RequestMessage?.RequestUri} {answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
