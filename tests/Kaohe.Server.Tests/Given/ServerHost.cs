using System.Net;
using System.Net.Http.Json;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Storage.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kaohe.Server.Tests.Given;

/// <summary>
/// The real server on a free loopback port over an empty temporary folder with SQLite. Use it as a class fixture; derive to change settings or services.
/// </summary>
public class ServerHost : IAsyncLifetime
{
    /// <summary>Password of every account that <see cref="SignInAsync"/> makes.</summary>
    public const string Password = "kaohe-test-2026";

    private readonly List<HttpClient> _clients = [];
    private WebApplication? _app;

    /// <summary>The temporary data folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("kaohe-server-").FullName;

    public IServiceProvider Services => _app!.Services;

    public Uri Address => new(_app!.Urls.Single());

    /// <summary>More settings, as on the command line.</summary>
    protected virtual IEnumerable<string> Settings => [];

    /// <summary>Replaces services.</summary>
    protected virtual void Adjust(WebApplicationBuilder builder)
    {
    }

    public virtual async ValueTask InitializeAsync()
    {
        _app = KaoheHost.Build(["--urls=http://127.0.0.1:0", $"--Data:Folder={Folder}", $"--Workflows:Folder={Path.Combine(Folder, "no-flows")}", .. Settings], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1); // slow on purpose, and tests sign in often
            Adjust(builder);
        });
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _clients.ForEach(client => client.Dispose());
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A browser without a sign-in; it keeps cookies and does not follow redirects.</summary>
    public HttpClient Visitor()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        _clients.Add(client);
        return client;
    }

    /// <summary>A signed-in browser; makes the account when it is not there.</summary>
    /// <param name="userName">Name of the account.</param>
    /// <param name="roles">Role codes.</param>
    public async Task<HttpClient> SignInAsync(string userName, params string[] roles)
    {
        await EnsureAsync(userName, user => user.DisplayName = userName, roles);
        var client = Visitor();
        using var answer = await client.PostAsJsonAsync("/api/auth/sign-in", new SignInRequest(userName, Password), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return client;
    }

    /// <summary>Makes an account when its name is not taken.</summary>
    /// <param name="userName">Name of the account.</param>
    /// <param name="fill">Fills the rest.</param>
    /// <param name="roles">Role codes.</param>
    public async Task EnsureAsync(string userName, Action<KaoheUser> fill, params string[] roles)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<KaoheUser>>();
        if (await users.FindByNameAsync(userName) is null)
        {
            var user = new KaoheUser { UserName = userName };
            fill(user);
            Assert.True((await users.CreateAsync(user, Password)).Succeeded);
            Assert.True((await users.AddToRolesAsync(user, roles)).Succeeded);
        }
    }
}
