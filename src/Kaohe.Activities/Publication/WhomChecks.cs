using Kaohe.Activities.Effects;
using Kaohe.Office.People;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Activities.Publication;

/// <summary>Whom an activity asks or tells, as far as it is written out: units, posts and people that there are.</summary>
internal sealed class WhomChecks(PublicationSettings settings)
{
    private static readonly string[] Audiences = ["audience", "units"];
    private static readonly string[] Posts = [PostCodes.Head, PostCodes.Handler, PostCodes.TeamLeader, PostCodes.TeamMember];

    public IEnumerable<DefinitionProblem> Of(ActivityJson activity)
    {
        if (activity.Literal("postOrPerson") is { Length: > 0 } who && People is { } people && people.FindActive(who) is null && !IsPost(who))
        {
            yield return new DefinitionProblem(
                $"{activity.Path}.postOrPerson",
                people.Find(who) is { } gone ? $"“{activity.Label}”的办理人{gone.Name}已停用，任务到不了他手里。请另选一人。" : $"“{activity.Label}”的职务或人员“{who}”不存在，请重新选择单位主要负责人或某一个人。");
        }

        foreach (var item in activity.Texts("candidates") ?? [])
        {
            if (WrongWith(item) is { } wrong)
            {
                yield return new DefinitionProblem($"{activity.Path}.candidates", $"“{activity.Label}”的办理人“{item}”{wrong}");
            }
        }

        foreach (var input in Audiences)
        {
            if (activity.Literal(input) is { Length: > 0 } text && WrongWith(activity, text) is { } wrong)
            {
                yield return new DefinitionProblem($"{activity.Path}.{input}", $"“{activity.Label}”的对象{wrong}");
            }
        }
    }

    private OfficeDirectory? People => settings.People;

    private string? WrongWith(ActivityJson activity, string text) => AudienceSpec.Read(text) switch
    {
        null => $"“{text}”看不懂，请选择全部、县市区、市直部门，或列出单位。",
        { IsPerUnit: false } when StepCodes.OfType(activity.Type) is not null => $"“{text}”不是考核对象，环节只能面向单位：请选择全部、县市区、市直部门，或列出单位。",
        { Kind: AudienceKind.Units, UnitIds: { Count: 0 } } => "没有列出单位，请选择。",
        { Kind: AudienceKind.Units, UnitIds: { } ids } when settings.UnitIds is { } known && ids.Where(id => !known.Contains(id)).ToList() is { Count: > 0 } unknown
            => $"里没有这些考核单位：{string.Join('、', unknown)}。可能已停用或编号写错，请重新选择。",
        _ => null,
    };

    private string? WrongWith(string item) => item.Split(':', 2) switch
    {
        ["role", var role] => Role.IsKnown(role) ? null : $"里的角色不存在，请改用{string.Join('、', Role.All.Select(each => each.Code))}之一。",
        ["unit", var unit] => IsBody(unit) ? null : "里的单位不存在或已停用，请改正单位编号。",
        ["post", var post] => post.Split('/', 2) is not [var unit, var code] ? "写得不对，职务请写成“post:单位编号/职务”，例如“post:xinfu/head”。"
            : !IsBody(unit) ? "里的单位不存在或已停用，请改正单位编号。"
            : IsPost(code) ? null : "里的职务没有人担任，请改用 head（主要负责人）、handler（经办人）等职务。",
        ["person", var person] => WrongWithPerson(person),
        _ => WrongWithPerson(item),
    };

    private string? WrongWithPerson(string id) =>
        People is null || People.FindActive(id) is not null ? null
        : People.Find(id) is { } gone ? $"（{gone.Name}）已停用，请另选一人。"
        : "不存在，请改正人员编号，或用 role:、unit:、post: 指定。";

    private bool IsPost(string code) => Posts.Contains(code) || People?.People.Any(person => person.IsActive && person.Posts.Any(post => post.Code == code)) != false;

    // A unit that is assessed, or another body that people hold posts in: the office, a team.
    private bool IsBody(string id) =>
        settings.UnitIds is not { } known || known.Contains(id) || People?.People.Any(person => person.IsActive && person.UnitIds.Contains(id)) != false;
}
