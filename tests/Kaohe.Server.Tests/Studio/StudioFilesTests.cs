using System.Net;
using Kaohe.Server.Identity;
using Kaohe.Server.Studio.Package;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Studio;

public sealed class StudioFilesTests(ServerHost host) : IClassFixture<ServerHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_open_pages_to_office_administrator_and_leader_only() => await AccessTable.CheckAsync(
        host,
        from address in new[]
        {
            "/design/flows", "/design/flows/a", "/design/instances", "/design/instances/a",
            "/design/flows/a/simulation", "/design/flows/a/comparison", "/design/flows/a/checks", "/design/instances/a/nodes/b", "/design/diagrams/2026", "/design/diagrams/2026/u",
        }
        select new Entry("GET", address, RoleCodes.Office, RoleCodes.Administrator, RoleCodes.Leader));

    [Fact]
    public async Task Should_let_only_office_and_administrator_move_instances() =>
        await AccessTable.CheckAsync(host, [new Entry("GET", "/design/flows/a/migration", RoleCodes.Office, RoleCodes.Administrator)]);

    [Fact]
    public async Task Should_answer_a_visitor_in_the_frame_with_a_page_that_leads_out_of_it()
    {
        using var answer = await host.Visitor().GetAsync("/studio/workflows/definitions/a/edit", Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("target=\"_top\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task Should_send_a_file_in_the_best_form_that_the_browser_takes(string accepted, string? encoding)
    {
        var file = Hashed(".wasm");

        using var answer = await GetAsync(file, accepted);

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("application/wasm", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Fact]
    public async Task Should_let_browsers_ask_whether_a_file_without_a_hash_has_changed()
    {
        const string address = "_content/MudBlazor/MudBlazor.min.css";
        using var first = await GetAsync(address, "br");
        Assert.True(first.Headers.CacheControl?.NoCache);
        Assert.Equal("text/css", first.Content.Headers.ContentType?.ToString());

        var client = await host.SignInAsync("再问一次", RoleCodes.Office);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/studio/" + address);
        again.Headers.AcceptEncoding.ParseAdd("br");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(again, Cancel);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("package.json")]
    [InlineData("..%2f..%2fchinese-days%2fpackage.json")]
    [InlineData("_framework/dotnet.js.br")]
    public async Task Should_serve_nothing_but_the_files_that_studio_needs(string path)
    {
        using var answer = await GetAsync(path, "identity");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("_framework/Elsa.Studio.Core.xp6o1cja6y.wasm", true)]
    [InlineData("_framework/zh-Hans/MudBlazor.Translations.resources.3tm5kwg6m5.wasm", true)]
    [InlineData("_content/BlazorMonaco/lib/monaco-editor/min/vs/abap-D-t0cyap.js", true)]
    [InlineData("_content/BlazorMonaco/lib/monaco-editor/min/vs/assets/ts.worker-C4E4vgbE.js", true)]
    [InlineData("_content/BlazorMonaco/lib/monaco-editor/min/vs/editor/editor.main.js", false)]
    [InlineData("_content/BlazorMonaco/lib/monaco-editor/min/vs/nls.messages.zh-cn.js", false)]
    [InlineData("_framework/blazor.webassembly.js", false)]
    [InlineData("_content/Elsa.Studio.Workflows.Designer/react-designer.entry.js", false)]
    public void Should_let_browsers_keep_for_good_only_what_carries_a_hash(string path, bool isHashed) => Assert.Equal(isHashed, StudioPackage.IsHashed(path));

    [Fact]
    public void Should_say_that_set_up_has_not_restored_the_package()
    {
        var package = StudioPackage.Read(Path.Combine(host.Folder, "nowhere"));

        Assert.False(package.IsThere);
        Assert.Null(package["_framework/dotnet.js"]);
    }

    [Fact]
    public async Task Should_allow_the_documents_no_outside_host()
    {
        var client = await host.SignInAsync("看策略", RoleCodes.Leader);
        using var answer = await client.GetAsync("/studio/workflows/definitions", Cancel);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("default-src 'self'", policy);
        Assert.DoesNotContain("http", policy);
        Assert.DoesNotContain("'unsafe-eval'", policy);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string accepted)
    {
        var client = await host.SignInAsync($"看{path.GetHashCode(StringComparison.Ordinal)}{accepted.Length}", RoleCodes.Office);
        var request = new HttpRequestMessage(HttpMethod.Get, "/studio/" + path);
        request.Headers.AcceptEncoding.ParseAdd(accepted);
        return await client.SendAsync(request, Cancel);
    }

    private static string Hashed(string ending)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Kaohe.Workflows.sln")))
        {
            root = root.Parent!;
        }

        var folder = Path.Combine(root.FullName, StudioPackage.Folder);
        return Path.GetRelativePath(folder, Directory.EnumerateFiles(Path.Combine(folder, "_framework"), "BlazorMonaco.*" + ending).Single());
    }
}
