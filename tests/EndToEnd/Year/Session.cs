using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using EndToEnd.Server;

namespace EndToEnd.Year;

/// <summary>One person of the demo city, signed in over HTTP, with an own cookie.</summary>
public sealed class Session : IDisposable
{
    private readonly HttpClient _client;

    private Session(HttpClient client, string account) => (_client, Account) = (client, account);

    public string Account { get; }

    public static async Task<Session> SignInAsync(Uri address, string account, CancellationToken cancellationToken)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = address, Timeout = TimeSpan.FromMinutes(2),
        };
        using var answer = await client.PostAsJsonAsync("/api/auth/sign-in", new { userName = account, password = KaoheProcess.Password }, cancellationToken);
        return answer.StatusCode == HttpStatusCode.NoContent
            ? new Session(client, account)
            : throw new YearStuckException($"{account} cannot sign in: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }

    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await _client.GetAsync(path, cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode ? JsonNode.Parse(body)! : throw new YearStuckException($"{Account} GET {path}: {(int)answer.StatusCode} {body}");
    }

    /// <summary>Every item of a list that comes in pages.</summary>
    /// <param name="path">Address with its query, without page and size.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<JsonObject>> ListAsync(string path, CancellationToken cancellationToken)
    {
        List<JsonObject> all = [];
        for (var page = 0; ; page++)
        {
            var answer = await GetAsync($"{path}{(path.Contains('?') ? '&' : '?')}page={page}&size=200", cancellationToken);
            var items = answer["items"]!.AsArray();
            all.AddRange(items.Select(item => item!.AsObject()));
            if (items.Count == 0 || all.Count >= answer["totalCount"]!.GetValue<int>())
            {
                return all;
            }
        }
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(string path, JsonNode? body, CancellationToken cancellationToken)
    {
        using var content = new StringContent(body?.ToJsonString() ?? "{}", Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(path, content, cancellationToken);
        return await ReadAsync(answer, cancellationToken);
    }

    /// <summary>Posts; anything but success ends the year with what the server said.</summary>
    public async Task<JsonNode?> DoAsync(string path, JsonNode? body, CancellationToken cancellationToken)
    {
        var (status, answer) = await PostAsync(path, body, cancellationToken);
        return (int)status < 300 ? answer : throw new YearStuckException($"{Account} POST {path} {body?.ToJsonString()}: {(int)status} {answer?.ToJsonString()}");
    }

    public async Task<JsonNode> UploadAsync(string path, string name, byte[] content, string type, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new(type);
        form.Add(file, "file", name);
        using var answer = await _client.PostAsync(path, form, cancellationToken);
        var (status, body) = await ReadAsync(answer, cancellationToken);
        return (int)status < 300 && body is not null ? body : throw new YearStuckException($"{Account} POST {path}: {(int)status} {body?.ToJsonString()}");
    }

    public async Task<(HttpStatusCode Status, byte[] Content)> DownloadAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await _client.GetAsync(path, cancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    public void Dispose() => _client.Dispose();

    private static async Task<(HttpStatusCode Status, JsonNode? Body)> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return (answer.StatusCode, body is ['{' or '[', ..] ? JsonNode.Parse(body) : null);
    }
}
