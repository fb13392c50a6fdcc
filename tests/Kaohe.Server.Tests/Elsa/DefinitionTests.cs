using System.Text.Json.Nodes;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Elsa;

public sealed class DefinitionTests(ElsaHost host) : IClassFixture<ElsaHost>
{
    [Fact]
    public async Task Should_take_what_studio_sends_and_show_it_in_the_shape_that_studio_accepted()
    {
        var office = await host.OfficeAsync();
        var sent = Captured.Read("captured-definition");

        using var answer = await ElsaHost.SaveAsync(office, sent["model"]!);
        var saved = (await ElsaHost.ReadAsync(answer))["workflowDefinition"]!;
        var shown = await ElsaHost.GetAsync(office, "/workflow-definitions/by-definition-id/annual-target?versionOptions=Latest");

        var expected = Captured.Read("captured-get-response");
        Assert.Empty(Captured.Missing(expected, saved));
        Assert.Empty(Captured.Missing(expected, shown));
        saved["createdAt"] = shown["createdAt"]!.DeepClone(); // the database keeps microseconds
        Assert.True(JsonNode.DeepEquals(saved, shown));
        Assert.Equal(sent["model"]!["root"]!["connections"]!.ToJsonString(), shown["root"]!["connections"]!.ToJsonString());
    }

    [Fact]
    public async Task Should_create_a_flow_from_what_the_create_dialog_sends()
    {
        var office = await host.OfficeAsync();
        var created = await ElsaHost.SavedAsync(office, """
            {"definitionId":null,"id":null,"name":"新建流程","description":null,"variables":null,"inputs":null,"outputs":null,"outcomes":null,"customProperties":null,"options":null,
             "root":{"id":"f1","type":"Elsa.Flowchart","version":1,"name":"Flowchart1"}}
            """);

        Assert.NotEqual("新建流程", (string?)created["definitionId"]);
        Assert.Equal((1, true, false), ((int)created["version"]!, (bool)created["isLatest"]!, (bool)created["isPublished"]!));
        Assert.Equal("Workflow1:f1", (string?)created["root"]!["nodeId"]);
        Assert.Empty(created["root"]!["activities"]!.AsArray());
        Assert.Empty(created["variables"]!.AsArray());
        Assert.False((bool)(await ElsaHost.GetAsync(office, "/workflow-definitions/validation/is-name-unique?name=新建流程"))["isUnique"]!);
        Assert.True((bool)(await ElsaHost.GetAsync(office, $"/workflow-definitions/validation/is-name-unique?name=新建流程&definitionId={created["definitionId"]}"))["isUnique"]!);
    }

    [Fact]
    public async Task Should_fill_what_the_first_edit_of_an_input_leaves_open()
    {
        var flow = JsonNode.Parse(Flows.Waiting("fills"))!;
        flow["root"]!["activities"]![1]!["text"] = JsonNode.Parse("""{"typeName":null,"expression":{"type":"Literal","value":"完"},"memoryReference":null}""");

        var saved = await ElsaHost.SavedAsync(await host.OfficeAsync(), flow.ToJsonString());

        var text = saved["root"]!["activities"]![1]!["text"]!;
        Assert.Equal("String", (string?)text["typeName"]);
        Assert.Equal("line:input-text", (string?)text["memoryReference"]!["id"]);
    }

    [Theory]
    [InlineData("2026/3/31 下午5:30:00", "2026-03-31T17:30:00.0000000+08:00")]
    [InlineData("2026/3/31 17:30:00", "2026-03-31T17:30:00.0000000+08:00")]
    [InlineData("2026-03-31T17:30:00Z", "2026-03-31T17:30:00Z")]
    [InlineData("没有的日子", "没有的日子")]
    public async Task Should_keep_the_time_that_the_date_picker_writes(string typed, string kept)
    {
        var flow = JsonNode.Parse(Flows.Waiting("dates"))!;
        flow["root"]!["activities"]!.AsArray().Add(JsonNode.Parse($$$"""{"id":"at","type":"Elsa.StartAt","version":1,"dateTime":{"typeName":null,"expression":{"type":"Literal","value":"{{{typed}}}"},"memoryReference":null}}"""));

        var saved = await ElsaHost.SavedAsync(await host.OfficeAsync(), flow.ToJsonString());

        Assert.Equal(kept, (string?)saved["root"]!["activities"]![2]!["dateTime"]!["expression"]!["value"]);
    }

    [Fact]
    public async Task Should_make_a_new_draft_when_a_published_flow_is_saved()
    {
        var office = await host.OfficeAsync();
        var published = await ElsaHost.SavedAsync(office, Flows.Waiting("drafts"), publish: true);
        var draft = await ElsaHost.SavedAsync(office, Flows.Waiting("drafts", "别的事"));
        var again = await ElsaHost.SavedAsync(office, Flows.Waiting("drafts", "别的事")); // auto-save

        Assert.Equal((1, true), ((int)published["version"]!, (bool)published["isPublished"]!));
        Assert.Equal((2, false, true), ((int)draft["version"]!, (bool)draft["isPublished"]!, (bool)draft["isLatest"]!));
        Assert.Equal((string?)draft["id"], (string?)again["id"]);
        var history = await ElsaHost.GetAsync(office, "/workflow-definitions?versionOptions=AllVersions&DefinitionIds=drafts&OrderBy=Version&OrderDirection=Descending&Page=0&PageSize=10");
        Assert.Equal([2, 1], history["items"]!.AsArray().Select(version => (int)version!["version"]!));
        Assert.Equal((string?)published["id"], (string?)(await ElsaHost.GetAsync(office, $"/workflow-definitions/by-id/{published["id"]}"))["id"]);
    }

    [Fact]
    public async Task Should_say_each_problem_by_itself_and_keep_the_draft_when_a_flow_cannot_be_published()
    {
        var office = await host.OfficeAsync();
        var flow = await ElsaHost.GetAsync(office, "/workflow-definitions/by-definition-id/annual-assessment?versionOptions=Latest");
        var root = flow["root"]!;
        var survey = root["activities"]!.AsArray().First(activity => (string?)activity!["type"] == "Kaohe.PublicOpinionSurvey")!;
        root["activities"]!.AsArray().Remove(survey);
        foreach (var connection in root["connections"]!.AsArray().Where(each => ((string?)each!["source"]!["activity"], (string?)each["target"]!["activity"]) is var (from, to)
            && (from == (string?)survey["id"] || to == (string?)survey["id"])).ToList())
        {
            root["connections"]!.AsArray().Remove(connection);
        }

        using var draft = await ElsaHost.SaveAsync(office, flow);
        using var refused = await ElsaHost.SaveAsync(office, flow, publish: true);
        using var refusedAgain = await ElsaHost.SendAsync(office, "/workflow-definitions/annual-assessment/publish");

        Assert.True(draft.IsSuccessStatusCode);
        var messages = await ElsaHost.RefusalAsync(refused);
        Assert.Contains(messages, message => message.Contains("民意调查", StringComparison.Ordinal));
        Assert.Equal(messages, await ElsaHost.RefusalAsync(refusedAgain));
        var published = await ElsaHost.GetAsync(office, "/workflow-definitions/by-definition-id/annual-assessment?versionOptions=Published");
        Assert.Equal(1, (int)published["version"]!);
    }

    [Theory]
    [InlineData("""{"definitionId":"bad","name":"坏","root":[],"variables":"x"}""")]
    [InlineData("""{"definitionId":"bad","name":"坏","root":{"id":"f","type":"Elsa.Flowchart","version":1,"activities":3}}""")]
    [InlineData("[1]")]
    public async Task Should_refuse_a_model_that_nobody_could_read_again(string model)
    {
        using var answer = await ElsaHost.SaveAsync(await host.OfficeAsync(), JsonNode.Parse(model)!);

        Assert.NotEmpty(await ElsaHost.RefusalAsync(answer));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"model":null}""")]
    public async Task Should_answer_a_body_that_is_none_with_a_message(string body)
    {
        var office = await host.OfficeAsync();
        foreach (var path in new[] { "/workflow-definitions", "/workflow-definitions/import" })
        {
            using var answer = await office.PostAsync(ElsaHost.Api + path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

            Assert.NotEmpty(await ElsaHost.RefusalAsync(answer));
        }
    }

    [Fact]
    public async Task Should_take_drawings_that_are_nested_deeply()
    {
        var open = string.Concat(Enumerable.Range(0, 60).Select(level => $$"""{"id":"l{{level}}","type":"Elsa.Sequence","version":1,"activities":["""));
        var model = $$"""{"definitionId":"deep","name":"深","root":{{open}}{"id":"deepest","type":"Elsa.WriteLine","version":1}{{string.Concat(Enumerable.Repeat("]}", 60))}}}""";
        var office = await host.OfficeAsync();
        using var body = new StringContent($$"""{"model":{{model}},"publish":true}""", System.Text.Encoding.UTF8, "application/json");

        using var saved = await office.PostAsync($"{ElsaHost.Api}/workflow-definitions", body, TestContext.Current.CancellationToken);
        var file = await office.GetStringAsync($"{ElsaHost.Api}/workflow-definitions/deep/export", TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.OK, saved.StatusCode);
        Assert.Contains("deepest", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_show_an_activity_of_an_unknown_type_as_a_placeholder_and_keep_it()
    {
        var office = await host.OfficeAsync();
        var flow = JsonNode.Parse(Flows.Waiting("unknown"))!;
        var foreign = JsonNode.Parse("""{"id":"x","name":"X1","type":"Acme.Fax","version":3,"metadata":{"designer":{"position":{"x":1,"y":2}}},"number":{"typeName":"String","expression":{"type":"Literal","value":"110"}}}""")!;
        flow["root"]!["activities"]!.AsArray().Add(foreign);

        var shown = await ElsaHost.SavedAsync(office, flow.ToJsonString());
        var placeholder = shown["root"]!["activities"]![2]!;
        Assert.Equal(("Elsa.NotFoundActivity", "Acme.Fax", 3), ((string?)placeholder["type"], (string?)placeholder["missingTypeName"], (int)placeholder["missingTypeVersion"]!));
        placeholder["metadata"]!["designer"]!["position"]!["x"] = 50;
        await ElsaHost.SavedAsync(office, shown.ToJsonString());

        var stored = JsonNode.Parse(await (await office.GetAsync("/api/operations/flows/unknown/file", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var kept = stored["root"]!["activities"]![2]!;
        Assert.Equal(("Acme.Fax", "110", 50), ((string?)kept["type"], (string?)kept["number"]!["expression"]!["value"], (int)kept["metadata"]!["designer"]!["position"]!["x"]!));
    }
}
