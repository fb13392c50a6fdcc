using System.Text.Json.Nodes;
using Kaohe.Activities.Effects;
using Kaohe.Server.Studio.Comparison;
using Kaohe.Server.Studio.Drawing;
using Kaohe.Workflows.Compilation;

namespace Kaohe.Server.Tests.Studio;

public sealed class FlowComparerTests
{
    private readonly FlowComparer _comparer = new(new FlowWords(new ActivityRegistry(typeof(KaoheEffects).Assembly)));

    [Fact]
    public void Should_say_nothing_when_only_the_drawing_moved()
    {
        var moved = AnnualFlow.Read(document => AnnualFlow.Activity(document, "一、督查落实")["metadata"]!["designer"]!["position"]!["x"] = 999);

        Assert.Empty(_comparer.Compare(AnnualFlow.Read(), moved));
    }

    [Fact]
    public void Should_say_in_words_which_setting_of_which_step_changed()
    {
        var changed = AnnualFlow.Read(document => AnnualFlow.Activity(document, "一、督查落实")["deadline"]!["expression"]!["value"] = "30个工作日");

        var change = Assert.Single(_comparer.Compare(AnnualFlow.Read(), changed));

        Assert.Equal(ChangeKind.Changed, change.Kind);
        Assert.Equal("“一、督查落实”的完成期限由“20个工作日”改为“30个工作日”", change.Text);
    }

    [Fact]
    public void Should_list_removed_steps_with_their_lines_and_added_ones()
    {
        var older = AnnualFlow.Read();
        var newer = AnnualFlow.Read(document =>
        {
            var survey = AnnualFlow.Activity(document, "七、民意调查");
            var id = (string)survey["id"]!;
            document["root"]!["activities"]!.AsArray().Remove(survey);
            var lines = document["root"]!["connections"]!.AsArray();
            foreach (var line in lines.Where(line => (string?)line!["source"]!["activity"] == id || (string?)line["target"]!["activity"] == id).ToList())
            {
                lines.Remove(line);
            }

            document["root"]!["activities"]!.AsArray().Add(new JsonObject { ["id"] = "new", ["type"] = "Kaohe.HumanTask", ["version"] = 1, ["metadata"] = new JsonObject { ["displayText"] = "补充材料" } });
        });

        var changes = _comparer.Compare(older, newer);

        Assert.Contains(changes, change => change is { Kind: ChangeKind.Added, ActivityId: "new", Text: "人工任务“补充材料”" });
        Assert.Contains(changes, change => change.Kind == ChangeKind.Removed && change.Text == "民意调查“七、民意调查”");
        Assert.Contains(changes, change => change.Kind == ChangeKind.Removed && change.Text.StartsWith("连线：“七、民意调查”完成后到", StringComparison.Ordinal));
        Assert.DoesNotContain(changes, change => change.Kind == ChangeKind.Changed);
    }

    [Fact]
    public void Should_tell_of_a_renamed_step_and_a_renamed_flow()
    {
        var renamed = AnnualFlow.Read(document =>
        {
            document["name"] = "新年度考核";
            AnnualFlow.Activity(document, "二、自查总结")["metadata"]!["displayText"] = "二、自查";
        });

        Assert.Equal(["流程名称由“年度目标责任考核”改为“新年度考核”", "“二、自查总结”改名为“二、自查”"], _comparer.Compare(AnnualFlow.Read(), renamed).Select(change => change.Text));
    }
}
