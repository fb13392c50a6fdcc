using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Kaohe.Office;
using Kaohe.Server.Health;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Http;
using Kaohe.Server.Shell.Layout;
using Kaohe.Server.Shell.Navigation;
using Kaohe.Server.Telemetry;
using Kaohe.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using MudBlazor;
using MudBlazor.Services;

namespace Kaohe.Server.Shell.Hosting;

/// <summary>Puts the server together.</summary>
public static class KaoheHost
{
    private const string DefaultUrl = "http://127.0.0.1:5080";
    private const string ReloadStaticAssets = "ReloadStaticAssetsAtRuntime";

    // Bytes from a browser in one piece: a report is taken whole with every change, and 32 kB are some ten thousand characters.
    private const long LongestMessage = 1024 * 1024;

    /// <summary>Builds the server, ready to run.</summary>
    /// <param name="args">Command line: settings as <c>--Section:Key=value</c>.</param>
    /// <param name="adjust">Called last; tests replace services here.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var chinese = CultureInfo.GetCultureInfo("zh-CN");
        CultureInfo.DefaultThreadCurrentCulture = chinese;
        CultureInfo.DefaultThreadCurrentUICulture = chinese;

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(KaoheHost).Assembly.GetName().Name,
            // Started from another folder, the copy of appsettings.json beside the program counts.
            ContentRootPath = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
        });
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        // Without publishing (scripts/run.sh), static files of packages lie in the package folders.
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        if (!builder.Environment.IsDevelopment())
        {
            // Files of a build are taken for files in the making: compressed at every request and asked for again at every page. These are as they were built.
            builder.Configuration[ReloadStaticAssets] ??= "false";
        }

        Limit(builder);
        var catalog = FeatureCatalog.Find();
        AddShell(builder, catalog);
        foreach (var feature in catalog.Features)
        {
            feature.AddServices(builder.Services, builder.Configuration);
        }

        // In this order: prepare, then work, then say where.
        builder.Services.AddHostedService<StartSequence>();
        builder.Services.AddKaoheNode(builder.Configuration);
        builder.Services.AddHostedService<StartMessage>();
        adjust?.Invoke(builder);
        var app = builder.Build();
        Use(app, catalog);
        return app;
    }

    private static void Limit(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 100 * 1024 * 1024; // a task's attachments
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(20);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
    }

    private static void AddShell(WebApplicationBuilder builder, FeatureCatalog catalog)
    {
        var services = builder.Services;
        services.AddSingleton(catalog);
        services.AddSingleton<NavigationMenu>();
        services.AddKaoheStorage(builder.Configuration);
        services.AddSingleton<SchemaState>();
        services.AddSingleton<ProductFolders>();
        services.AddDataProtection().SetApplicationName("Kaohe").PersistKeysToDbContext<KaoheDb>();
        services.AddKaoheProblems();
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = OfficeJson.Options.Encoder;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
        services.AddKaoheTelemetry(builder.Configuration);
        services.AddKaoheHealth();
        services.AddAntiforgery(options => options.Cookie.Name = "kaohe.form");
        services.AddHttpContextAccessor();
        // Chinese goes out as Chinese: as character references a page is half as long again.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
            options.DetailedErrors = builder.Environment.IsDevelopment())
            .AddHubOptions(options => options.MaximumReceiveMessageSize = LongestMessage);
        // At the top: the bottom of a task belongs to the buttons that finish it.
        services.AddMudServices(options => (options.SnackbarConfiguration.PositionClass, options.SnackbarConfiguration.VisibleStateDuration) = (Defaults.Classes.Position.TopCenter, 3000));
        services.AddTransient<MudLocalizer, ChineseMudLocalizer>();
    }

    private static void Use(WebApplication app, FeatureCatalog catalog)
    {
        app.UseExceptionHandler();
        app.UseMiddleware<SecurityHeaders>();
        app.UseWhen(ApiPaths.IsApi, api => api.UseStatusCodePages());
        app.UseWhen(context => !ApiPaths.IsApi(context), pages => pages.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true));
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<SameOriginGuard>();
        app.UseMiddleware<PasswordGate>();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapKaoheHealth();
        // SecurityHeaders sends the whole policy; the framework's own header would take its place.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        foreach (var feature in catalog.Features)
        {
            feature.MapEndpoints(app);
        }
    }
}
