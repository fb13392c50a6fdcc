using System.Text.Json.Nodes;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Elsa;

public sealed class DescriptorTests(ElsaHost host) : IClassFixture<ElsaHost>
{
    private static readonly string[] _categories = ["考核环节", "任务", "公文", "结果运用", "邮件", "流程控制", "时间与事件", "子流程"];

    [Theory]
    [InlineData("/features/installed", "features")]
    [InlineData("/descriptors/expression-descriptors", "expression-descriptors")]
    [InlineData("/descriptors/storage-drivers", "storage-drivers")]
    [InlineData("/descriptors/variables", "variables")]
    [InlineData("/descriptors/workflow-activation-strategies", "workflow-activation-strategies")]
    [InlineData("/descriptors/incident-strategies", "incident-strategies")]
    [InlineData("/descriptors/log-persistence-strategies", "log-persistence-strategies")]
    [InlineData("/descriptors/commit-strategies/workflows", "commit-strategies")]
    [InlineData("/descriptors/commit-strategies/activities", "commit-strategies")]
    [InlineData("/descriptors/output-converters?sourceType=String&destinationType=Double", "output-converters")]
    public async Task Should_answer_lists_in_the_shape_that_studio_accepted(string path, string captured)
    {
        var answer = await ElsaHost.GetAsync(await host.OfficeAsync(), path);

        Assert.Empty(Captured.Missing(Captured.Read(captured), answer));
    }

    [Fact]
    public async Task Should_describe_every_activity_in_the_shape_that_studio_accepted()
    {
        var activities = await ActivitiesAsync();
        var captured = Captured.Read("activities")["items"]!.AsArray();
        var withInput = captured.First(activity => activity!["inputs"]!.AsArray().Count > 0 && activity["ports"]!.AsArray().Count > 0 && activity["outputs"]!.AsArray().Count > 0);

        Assert.All(activities, activity => Assert.Empty(Captured.Missing(withInput, activity)));
        Assert.Equal(activities.Count, activities.Select(activity => ((string?)activity!["typeName"], (int?)activity["version"])).Distinct().Count());
        Assert.Contains(activities, activity => (string?)activity!["typeName"] == "Elsa.NotFoundActivity" && !(bool)activity["isBrowsable"]!);
    }

    [Fact]
    public async Task Should_offer_the_eleven_steps_the_blocks_and_the_core_in_chinese()
    {
        var offered = (await ActivitiesAsync()).Where(activity => (bool)activity!["isBrowsable"]!).ToList();

        Assert.Equal(11, offered.Count(activity => (string?)activity!["category"] == "考核环节"));
        Assert.All(offered, activity => Assert.Contains((string)activity!["category"]!, _categories));
        string[] allowed = ["运行 JavaScript", "Cron 表达式"];
        var english = offered.SelectMany(activity => activity!["inputs"]!.AsArray().Concat(activity["outputs"]!.AsArray()).Concat(activity["ports"]!.AsArray()).Append(activity))
            .Select(shown => (string)shown!["displayName"]!).Where(name => !allowed.Contains(name) && !name.Any(letter => letter is >= '一' and <= '鿿'));
        Assert.Empty(english.Distinct());
    }

    [Fact]
    public async Task Should_give_every_node_an_output_with_a_chinese_name_or_none_at_all()
    {
        string[] fromInputs = ["Elsa.FlowFork", "Elsa.FlowSwitch"];
        var offered = (await ActivitiesAsync()).Where(activity => (bool)activity!["isBrowsable"]! && !(bool)activity["isTerminal"]! && !(bool)activity["isContainer"]!);

        Assert.All(offered, activity => Assert.True(fromInputs.Contains((string)activity!["typeName"]!) || activity["ports"]!.AsArray().Any(port => (string?)port!["type"] == "Flow")));
    }

    [Fact]
    public async Task Should_offer_templates_roles_forms_and_audiences_as_choices()
    {
        var task = (await ActivitiesAsync()).First(activity => (string?)activity!["typeName"] == "Kaohe.HumanTask")!;
        var step = (await ActivitiesAsync()).First(activity => (string?)activity!["typeName"] == "Kaohe.Supervision")!;

        Assert.Contains("考核组", Choices(task, "Role").Keys);
        Assert.DoesNotContain("管理员", Choices(task, "Role").Keys);
        Assert.Equal("self-assessment-report", Choices(task, "TaskKind")["自查报告"]);
        Assert.Equal("督查通知", Choices(step, "DocumentTemplate")["督查通知"]);
        Assert.Equal("counties", Choices(step, "Audience")["县市区"]);
        Assert.DoesNotContain("考核办", Choices(step, "Audience").Keys); // a step is for units
        Assert.Contains("考核办", Choices(task, "Audience").Keys);
        var list = step["inputs"]!.AsArray().First(input => (string?)input!["name"] == "UnitList")!;
        Assert.Equal(("checklist", "Object"), ((string?)list["uiHint"], (string?)list["defaultSyntax"]));
        Assert.DoesNotContain(list["uiSpecifications"]!["checklist"]!["checkList"]!["items"]!.AsArray(), item => string.IsNullOrEmpty((string?)item!["value"]));
    }

    [Fact]
    public async Task Should_offer_the_people_of_the_role_that_is_chosen_at_the_moment()
    {
        var office = await host.OfficeAsync();
        await host.LeaderAsync();
        var task = (await ActivitiesAsync()).First(activity => (string?)activity!["typeName"] == "Kaohe.Approval")!;
        Assert.True((bool)task["inputs"]!.AsArray().First(input => (string?)input!["name"] == "PostOrPerson")!["uiSpecifications"]!["Refresh"]!);

        var leaders = await PeopleAsync("""{"context":{"role":{"typeName":"String","expression":{"type":"Literal","value":"leader"}}}}""");
        var everybody = await PeopleAsync("""{"context":{"role":{"typeName":"String","expression":{"type":"JavaScript","value":"getRole()"}}}}""");

        Assert.Contains("市领导", leaders);
        Assert.DoesNotContain("考核办经办人", leaders);
        Assert.Contains("考核办经办人", everybody);
        Assert.Empty((await ElsaHost.PostAsync(office, "/descriptors/activities/Kaohe.Approval/options/NoSuchInput"))["items"]!.AsObject());

        async Task<IReadOnlyList<string>> PeopleAsync(string context)
        {
            var answer = await ElsaHost.PostAsync(office, "/descriptors/activities/Kaohe.Approval/options/PostOrPerson", JsonNode.Parse(context));
            return [.. answer["items"]!["dropdown"]!["selectList"]!["items"]!.AsArray().Select(item => (string)item!["text"]!)];
        }
    }

    [Fact]
    public async Task Should_write_numbers_for_enums_inside_specifications()
    {
        var specifications = (await ActivitiesAsync()).SelectMany(activity => activity!["inputs"]!.AsArray()).Select(input => input!["uiSpecifications"]?["code-editor"]).OfType<JsonObject>().ToList();

        Assert.NotEmpty(specifications);
        Assert.All(specifications, editor => Assert.Equal(System.Text.Json.JsonValueKind.Number, editor["editorHeight"]!.GetValueKind()));
    }

    [Fact]
    public async Task Should_list_a_flow_that_is_used_as_an_activity_with_all_its_versions()
    {
        var office = await host.OfficeAsync();
        var flow = JsonNode.Parse(Flows.Waiting("sub-flow"))!;
        flow["options"] = new JsonObject { ["usableAsActivity"] = true };
        await ElsaHost.SavedAsync(office, flow.ToJsonString(), publish: true);
        flow["description"] = "第二版";
        await ElsaHost.SavedAsync(office, flow.ToJsonString(), publish: true);

        var versions = (await ActivitiesAsync()).Where(activity => (string?)activity!["typeName"] == "流程sub-flow").ToList();

        Assert.Equal([(1, false), (2, true)], versions.Select(version => ((int)version!["version"]!, (bool)version["isBrowsable"]!)));
        Assert.Equal("sub-flow", (string?)versions[0]!["constructionProperties"]!["workflowDefinitionId"]);
    }

    private async Task<JsonArray> ActivitiesAsync() => (await ElsaHost.GetAsync(await host.OfficeAsync(), "/descriptors/activities?Refresh=True"))["items"]!.AsArray();

    private static Dictionary<string, string> Choices(JsonNode activity, string input) =>
        activity["inputs"]!.AsArray().First(each => (string?)each!["name"] == input)!["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]!.AsArray()
            .ToDictionary(item => (string)item!["text"]!, item => (string)item!["value"]!);
}
