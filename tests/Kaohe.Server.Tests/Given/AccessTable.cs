using System.Net;
using Kaohe.Office.People;

namespace Kaohe.Server.Tests.Given;

/// <summary>One way in, and who may use it.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Address">Address; parts may name things that do not exist, a right is asked first.</param>
/// <param name="Roles">Role codes that may; empty for everybody who is signed in.</param>
public sealed record Entry(string Method, string Address, params IReadOnlyList<string> Roles);

/// <summary>Checks roles × entry paths: who may not is sent away before anything is looked up; who may is never answered 401, 403 or 500.</summary>
public static class AccessTable
{
    /// <summary>Tries every entry as a visitor and as each role, and tells everything that is wrong at once.</summary>
    public static async Task CheckAsync(ServerHost host, IEnumerable<Entry> entries)
    {
        List<string> wrong = [];
        var visitor = host.Visitor();
        var clients = new Dictionary<string, HttpClient>();
        foreach (var role in Role.All)
        {
            clients[role.Code] = await host.SignInAsync($"某{role.Label}", role.Code);
        }

        foreach (var entry in entries)
        {
            var isApi = entry.Address.StartsWith("/api/", StringComparison.Ordinal);
            var (status, location) = await TryAsync(visitor, entry);
            if (isApi ? status != HttpStatusCode.Unauthorized : !location.StartsWith("/sign-in", StringComparison.Ordinal))
            {
                wrong.Add($"visitor {entry.Method} {entry.Address}: {status} {location}");
            }

            foreach (var (role, client) in clients)
            {
                (status, _) = await TryAsync(client, entry);
                var may = entry.Roles.Count == 0 || entry.Roles.Contains(role);
                if (may ? status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.InternalServerError : status != HttpStatusCode.Forbidden)
                {
                    wrong.Add($"{role} {entry.Method} {entry.Address}: {status}, but may is {may}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static async Task<(HttpStatusCode Status, string Location)> TryAsync(HttpClient client, Entry entry)
    {
        using var request = new HttpRequestMessage(new HttpMethod(entry.Method), entry.Address);
        if (entry.Method is "POST" or "PUT")
        {
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        }

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.Location?.ToString() ?? "");
    }
}
