using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Kaohe.Server.Identity;
using Kaohe.Server.Operations.Flows;
using Kaohe.Server.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Operations;

public sealed class FlowImportTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kaohe-flows-").FullName;
    private readonly Host _host;

    public FlowImportTests() => _host = new Host(_folder);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Write(Flows.Waiting("year", "一"));
        await _host.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Should_publish_new_files_and_leave_them_alone_at_the_next_start()
    {
        Assert.Equal([(1, true)], await VersionsAsync());

        await StartAgainAsync();

        Assert.Equal([(1, true)], await VersionsAsync());
    }

    [Fact]
    public async Task Should_publish_a_changed_file_of_a_flow_that_nobody_edited()
    {
        Write(Flows.Waiting("year", "二"));

        await StartAgainAsync();

        Assert.Equal([(2, true), (1, false)], await VersionsAsync());
    }

    [Fact]
    public async Task Should_never_overwrite_what_the_office_edited()
    {
        var office = await _host.SignInAsync("考核办", RoleCodes.Office);
        using var edited = new StringContent(Flows.Waiting("year", "考核办改的"), Encoding.UTF8, "application/json");
        await office.PostAsync("/api/operations/flows/import", edited, Cancel);
        await office.PostAsync("/api/operations/flows/year/publish", null, Cancel);
        Write(Flows.Waiting("year", "产品改的"));

        await StartAgainAsync();

        Assert.Equal([(2, true), (1, false)], await VersionsAsync());
        Assert.Contains("考核办改的", await office.GetStringAsync("/api/operations/flows/year/file", Cancel), StringComparison.Ordinal);
        Assert.Contains(_host.Services.GetRequiredService<FlowImport>().Lines, line => line.Contains("没有覆盖", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_start_although_a_file_is_no_flow_and_say_so()
    {
        Write("{ not json");

        await StartAgainAsync();

        Assert.Contains(_host.Services.GetRequiredService<FlowImport>().Lines, line => line.Contains("year.json 没有导入", StringComparison.Ordinal));
        Assert.Equal([(1, true)], await VersionsAsync());
    }

    private void Write(string flow) => File.WriteAllText(Path.Combine(_folder, "year.json"), flow);

    private Task StartAgainAsync() => _host.Services.GetRequiredService<FlowImport>().RunAsync(Cancel);

    private async Task<List<(int, bool)>> VersionsAsync()
    {
        var office = await _host.SignInAsync("考核办", RoleCodes.Office);
        var versions = await office.GetFromJsonAsync<JsonElement>("/api/operations/flows/year", Cancel);
        return [.. versions.EnumerateArray().Select(version => (version.GetProperty("version").GetInt32(), version.GetProperty("isPublished").GetBoolean()))];
    }

    private sealed class Host(string flows) : ServerHost
    {
        protected override IEnumerable<string> Settings => [$"--Workflows:Folder={flows}"];
    }
}
