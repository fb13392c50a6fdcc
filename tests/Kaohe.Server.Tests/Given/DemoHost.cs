using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kaohe.Assessment;
using Kaohe.Server.Identity;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Given;

/// <summary>The real server with the demo city in it.</summary>
public class DemoHost : ServerHost
{
    public const int Year = 2026;

    private static readonly JsonSerializerOptions _json = new(AssessmentJson.Options) { IgnoreReadOnlyProperties = false };

    protected override IEnumerable<string> Settings => ["--Demo:Enabled=true", $"--Demo:Password={Password}"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A browser in which somebody of the demo city is signed in, by office title.</summary>
    public async Task<HttpClient> AsAsync(string account)
    {
        var client = Visitor();
        using var answer = await client.PostAsJsonAsync("/api/auth/sign-in", new SignInRequest(account, Password), Cancel);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return client;
    }

    /// <summary>A context for reading.</summary>
    public KaoheDb Read() => Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContext();

    /// <summary>Sends a record of the assessment.</summary>
    public static Task<HttpResponseMessage> SendAsync<T>(HttpClient client, HttpMethod method, string path, T value) => client.SendAsync(
        new HttpRequestMessage(method, path) { Content = new StringContent(JsonSerializer.Serialize(value, _json), System.Text.Encoding.UTF8, "application/json") }, Cancel);

    /// <summary>Asks for an effect as a flow would, and has it delivered with all that follows from it.</summary>
    public async Task DeliverAsync(string kind, object payload)
    {
        var key = Guid.NewGuid().ToString("N");
        await Services.GetRequiredService<IWriteLane>().RunAsync(
            async (db, cancel) =>
            {
                await Services.GetRequiredService<OutboxWriter>().EnqueueAsync(db, new OutboxRequest { Key = key, Kind = kind, Payload = payload }, cancel);
                return true;
            },
            Cancel);
        await using var db = Read();
        while (await db.Outbox.AnyAsync(row => row.Key == key && row.Status == OutboxStatus.Pending, Cancel))
        {
            await Services.GetRequiredService<OutboxDispatcher>().DeliverDueAsync(Cancel);
        }

        Assert.Equal(OutboxStatus.Delivered, (await db.Outbox.SingleAsync(row => row.Key == key, Cancel)).Status);
    }

    /// <summary>Path and message of every problem of a refusal.</summary>
    public static async Task<IReadOnlyList<(string Path, string Message)>> ProblemsAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        return
        [
            .. body.GetProperty("problems").EnumerateArray().Select(problem => (problem.GetProperty("path").GetString()!, problem.GetProperty("message").GetString()!)),
        ];
    }
}
