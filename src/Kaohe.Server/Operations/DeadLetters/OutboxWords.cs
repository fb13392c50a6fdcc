using Kaohe.Activities.Effects;
using Kaohe.Storage.Runtime.Effects;
using Kaohe.Workflows.Execution.Effects;

namespace Kaohe.Server.Operations.DeadLetters;

/// <summary>Kinds of effects, as operators read them.</summary>
public static class OutboxWords
{
    private static readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal)
    {
        [KaoheEffects.OpenTasks] = "开任务",
        [KaoheEffects.CloseTasks] = "关闭任务",
        [KaoheEffects.ChangeDeadline] = "更改期限",
        [KaoheEffects.DraftDocument] = "生成公文",
        [KaoheEffects.IssueDocument] = "印发公文",
        [KaoheEffects.GenerateLetter] = "生成通知书",
        [KaoheEffects.SendEmail] = "发邮件",
        [KaoheEffects.ComputeScores] = "计算得分",
        [KaoheEffects.ProposeGrades] = "提出等次建议",
        [KaoheEffects.ApplyGrades] = "登记等次",
        [KaoheEffects.RecordRectification] = "登记整改进展",
        [EffectKinds.WriteLine] = "写一行记录",
        [EffectKinds.PublishEvent] = "发布事件",
        [EffectKinds.RunTask] = "请求外部任务",
        [EffectKinds.DispatchWorkflow] = "启动下级流程",
        [EffectKinds.ResumeParent] = "通知上级流程",
        [RuntimeEffectKinds.Revise] = "更新流程结果",
    };

    /// <summary>A kind as a word; the kind itself when it has none.</summary>
    /// <param name="kind">Kind of the effect.</param>
    public static string Kind(string kind) => _kinds.GetValueOrDefault(kind, kind);
}
