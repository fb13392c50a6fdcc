using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Server.Shell.Components;

namespace Kaohe.Server.Delegations;

/// <summary>How delegations are worded.</summary>
public static class DelegationWords
{
    /// <summary>What is handed over, e.g. 任务和公文（可代为签发）；限督查落实.</summary>
    /// <param name="scope">The scope.</param>
    public static string Of(DelegationScope scope)
    {
        var works = scope.Works switch
        {
            DelegatedWork.Tasks => "任务",
            DelegatedWork.Documents => "公文",
            _ => "任务和公文",
        };
        string?[] parts =
        [
            works + (scope.Works.HasFlag(DelegatedWork.Documents) ? scope.IncludesSigning ? "（可代为签发）" : "（不含签发）" : ""),
            scope.StepCodes.Count > 0 ? $"限{string.Join('、', scope.StepCodes.Select(StepCodes.NameOf))}环节" : null,
            scope.Kinds.Count > 0 ? $"限{string.Join('、', scope.Kinds.Select(TaskKindNames.Of))}" : null,
        ];
        return string.Join('；', parts.OfType<string>());
    }

    /// <summary>From which to which day.</summary>
    /// <param name="delegation">The delegation.</param>
    public static string Days(Delegation delegation) => delegation.From == delegation.To
        ? $"{delegation.From:yyyy年M月d日}"
        : $"{delegation.From:yyyy年M月d日}至{delegation.To:yyyy年M月d日}";

    /// <summary>Where it stands, as a word with its colour.</summary>
    /// <param name="delegation">The delegation.</param>
    /// <param name="today">Today, office time.</param>
    public static (StateTone Tone, string Text) State(Delegation delegation, DateOnly today) =>
        delegation.RevokedAt is not null ? (StateTone.Idle, "已收回")
        : delegation.To < today ? (StateTone.Idle, "已到期")
        : delegation.From > today ? (StateTone.Soon, "未开始")
        : (StateTone.Active, "代理中");

    /// <summary>Its history: who recorded it and who ended it, when.</summary>
    /// <param name="delegation">The delegation.</param>
    public static IReadOnlyList<string> History(Delegation delegation) =>
    [
        delegation.RecordedBy is { } recorder
            ? $"{ShownTime.Moment(delegation.RecordedAt)} {recorder.Name} 替{delegation.Principal.Name}登记"
            : $"{ShownTime.Moment(delegation.RecordedAt)} {delegation.Principal.Name} 委托",
        .. delegation is { RevokedAt: { } at, RevokedBy: { } by } ? [$"{ShownTime.Moment(at)} {by.Name} 收回"] : Array.Empty<string>(),
    ];

    /// <summary>What the proxy is told.</summary>
    /// <param name="delegation">The delegation.</param>
    public static string Notice(Delegation delegation)
    {
        var principal = delegation.Principal.Name;
        var asked = delegation.RecordedBy is { } recorder ? $"{recorder.Name}替{principal}登记，请您" : $"{principal}委托您";
        return $"{asked}{Days(delegation)}代理：{Of(delegation.Scope)}。{Why(delegation)}代理期间{principal}的任务会同时出现在您的待办里，办理记录写明“您（代{principal}）”。";
    }

    /// <summary>What the principal is told when somebody else recorded it.</summary>
    /// <param name="delegation">The delegation.</param>
    public static string NoticeToPrincipal(Delegation delegation) =>
        $"{delegation.RecordedBy?.Name}替您登记：{Days(delegation)}由{delegation.Proxy.Name}代理您的{Of(delegation.Scope)}。{Why(delegation)}您的任务仍在您的待办里；您可以随时在“代理”里收回。";

    private static string Why(Delegation delegation) => delegation.Reason.Length > 0 ? $"事由：{delegation.Reason}。" : "";
}
