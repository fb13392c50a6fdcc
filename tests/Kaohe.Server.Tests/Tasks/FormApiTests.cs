using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kaohe.Office.Forms;
using Kaohe.Server.Identity;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Forms;

namespace Kaohe.Server.Tests.Tasks;

/// <summary>Forms over HTTP: who may, versions that never change once published, two who change one draft, what cannot be read.</summary>
[Collection(TaskCity.Name)]
public sealed class FormApiTests(DemoHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Should_be_open_to_designers_alone() => AccessTable.CheckAsync(
        host,
        [
            new("GET", "/forms", RoleCodes.Office, RoleCodes.Administrator),
            new("GET", "/forms/f1", RoleCodes.Office, RoleCodes.Administrator),
            new("GET", "/api/forms", RoleCodes.Office, RoleCodes.Administrator),
            new("GET", "/api/forms/f1", RoleCodes.Office, RoleCodes.Administrator),
            new("GET", "/api/forms/f1/1", RoleCodes.Office, RoleCodes.Administrator),
            new("PUT", "/api/forms/f1", RoleCodes.Office, RoleCodes.Administrator),
            new("POST", "/api/forms/f1/retire", RoleCodes.Office, RoleCodes.Administrator),
            new("POST", "/api/forms/f1/restore", RoleCodes.Office, RoleCodes.Administrator),
        ]);

    [Fact]
    public async Task Should_keep_published_versions_and_refuse_the_slower_of_two_drafts()
    {
        var (one, two) = (await host.AsAsync("考核办主任"), await host.AsAsync("考核办经办人"));
        var id = $"f{Guid.NewGuid():N}";
        var first = await SaveAsync(one, id, "甲", revision: 0, publish: true);
        Assert.Equal((1, "Published"), (first["version"]!.GetValue<int>(), State(first)));
        var draft = await SaveAsync(one, id, "乙", revision: 0);
        Assert.Equal((2, "Draft"), (draft["version"]!.GetValue<int>(), State(draft)));

        using var slower = await PutAsync(two, id, "丙", revision: 0, publish: true);
        Assert.Equal(HttpStatusCode.Conflict, slower.StatusCode);
        Assert.Matches("^安喆已于.+改过或发布了这张表单，请刷新页面后再改。$", JsonNode.Parse(await slower.Content.ReadAsStringAsync(Cancel))!["detail"]!.ToString());

        await SaveAsync(two, id, "丙", draft["revision"]!.GetValue<long>(), publish: true);
        Assert.Equal("甲", await TitleAsync(one, id, 1));
        Assert.Equal("丙", await TitleAsync(one, id, 2));
        using var retired = await one.PostAsync(new Uri($"/api/forms/{id}/retire", UriKind.Relative), null, Cancel);
        Assert.True(retired.IsSuccessStatusCode);
        await using var db = host.Read();
        Assert.Null(await db.PublishedFormAsync(id, Cancel));
    }

    [Fact]
    public async Task Should_tell_every_fault_of_a_form_before_it_is_published()
    {
        var office = await host.AsAsync("考核办主任");
        using var empty = await office.PutAsJsonAsync("/api/forms/f-empty", new { schema = new { title = " ", properties = new { } }, publish = true }, Cancel);
        Assert.Equal([("title", "表单没有标题，请填写。"), ("fields", "表单没有字段，请至少加一个。")], await DemoHost.ProblemsAsync(empty));
        using var unknown = await office.PutAsJsonAsync("/api/forms/f-empty", new { schema = new { title = "t", properties = new { a = new { title = "甲" } } } }, Cancel);
        Assert.Contains("看不懂", Assert.Single(await DemoHost.ProblemsAsync(unknown)).Message, StringComparison.Ordinal);
    }

    private static string State(JsonObject saved) => saved["state"]!.ToString();

    private static async Task<string> TitleAsync(HttpClient client, string id, int version) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri($"/api/forms/{id}/{version}", UriKind.Relative), Cancel))!["title"]!.ToString();

    private static async Task<JsonObject> SaveAsync(HttpClient client, string id, string title, long revision, bool publish = false)
    {
        using var answer = await PutAsync(client, id, title, revision, publish);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string id, string title, long revision, bool publish = false)
    {
        var form = new FormDefinition { Id = id, Title = title, Fields = [new TextField { Name = "情况", Label = "情况" }] };
        return client.PutAsJsonAsync($"/api/forms/{id}", new { schema = JsonNode.Parse(form.ToSchema()), revision, publish }, Cancel);
    }
}
