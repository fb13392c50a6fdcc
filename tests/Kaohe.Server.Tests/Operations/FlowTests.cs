using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Kaohe.Server.Identity;
using Kaohe.Server.Tests.Given;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Tests.Operations;

public sealed class FlowTests(ServerHost host) : IClassFixture<ServerHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_import_publish_start_retract_and_export()
    {
        var office = await OfficeAsync();
        var imported = await ReadAsync(await ImportAsync(office, Flows.Waiting("flow-a")));
        Assert.Equal("flow-a", imported.GetProperty("definitionId").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await office.PostAsJsonAsync("/api/operations/flows/flow-a/start", new { }, Cancel)).StatusCode);

        var published = await ReadAsync(await office.PostAsync("/api/operations/flows/flow-a/publish", null, Cancel));
        Assert.Equal(1, published.GetProperty("version").GetInt32());
        var started = await ReadAsync(await office.PostAsJsonAsync("/api/operations/flows/flow-a/start", new { name = "试一试", input = new { year = 2026 } }, Cancel));
        Assert.Equal("Suspended", started.GetProperty("status").GetString());

        Assert.Equal(HttpStatusCode.NoContent, (await office.PostAsync("/api/operations/flows/flow-a/retract", null, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.PostAsJsonAsync("/api/operations/flows/flow-a/start", new { }, Cancel)).StatusCode);
        var file = await office.GetByteArrayAsync("/api/operations/flows/flow-a/file?version=1", Cancel);
        Assert.Equal("流程flow-a", DefinitionJson.Read(file).Name);
    }

    [Fact]
    public async Task Should_make_a_new_draft_of_a_published_flow_and_bring_an_old_version_back()
    {
        var office = await OfficeAsync();
        await ImportAsync(office, Flows.Waiting("flow-b"));
        await office.PostAsync("/api/operations/flows/flow-b/publish", null, Cancel);

        Assert.Equal(2, (await ReadAsync(await ImportAsync(office, Flows.Waiting("flow-b", "别的事")))).GetProperty("version").GetInt32());
        await office.PostAsync("/api/operations/flows/flow-b/publish", null, Cancel);
        Assert.Equal(3, (await ReadAsync(await office.PostAsync("/api/operations/flows/flow-b/revert/1", null, Cancel))).GetProperty("version").GetInt32());

        var versions = await office.GetFromJsonAsync<JsonElement>("/api/operations/flows/flow-b", Cancel);
        Assert.Equal([(3, false), (2, true), (1, false)], versions.EnumerateArray().Select(version => (version.GetProperty("version").GetInt32(), version.GetProperty("isPublished").GetBoolean())));
    }

    [Fact]
    public async Task Should_list_every_problem_of_a_flow_that_cannot_be_published()
    {
        var office = await OfficeAsync();
        await ImportAsync(office, Flows.Broken("flow-c"));

        using var answer = await office.PostAsync("/api/operations/flows/flow-c/publish", null, Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains((await ReadAsync(answer)).GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("code").GetString() == "error" && problem.GetProperty("path").GetString()!.Length > 0);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Should_refuse_a_file_that_is_no_flow(string file)
    {
        using var answer = await ImportAsync(await OfficeAsync(), file);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Should_refuse_input_that_is_no_object()
    {
        var office = await OfficeAsync();
        await ImportAsync(office, Flows.Waiting("flow-d"));
        await office.PostAsync("/api/operations/flows/flow-d/publish", null, Cancel);

        using var answer = await office.PostAsJsonAsync("/api/operations/flows/flow-d/start", new { input = new[] { 1 } }, Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private Task<HttpClient> OfficeAsync() => host.SignInAsync("考核办经办人", RoleCodes.Office);

    private static Task<HttpResponseMessage> ImportAsync(HttpClient client, string file) =>
        client.PostAsync("/api/operations/flows/import", new StringContent(file, Encoding.UTF8, "application/json"), Cancel);

    private static Task<JsonElement> ReadAsync(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
}
