using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Blocks;

/// <summary>Sends a mail and goes on.</summary>
[Activity("Kaohe.SendEmail", DisplayName = "发送邮件", Category = "邮件", Description = "给角色、单位或邮箱发一封邮件，不等待回复。")]
[Outcomes("Done|完成")]
public sealed class SendEmail : Activity
{
    private static readonly char[] Separators = [',', '，', ';', '；', ' ', '\n'];

    /// <summary>Role that receives it.</summary>
    [Input(DisplayName = "收件角色", UIHint = UIHints.Dropdown, OptionsProvider = "roles")]
    public Input<string> Role { get; } = new();

    /// <summary>Units that receive it.</summary>
    [Input(DisplayName = "收件单位", Description = "与“单位”角色一起用；不填为本流程的单位。", UIHint = UIHints.Dropdown, OptionsProvider = "audiences")]
    public Input<object> Audience { get; } = new();

    /// <summary>Addresses.</summary>
    [Input(DisplayName = "收件邮箱", Description = "通讯录以外的邮箱，用逗号隔开。")]
    public Input<string> Addresses { get; } = new();

    /// <summary>Subject.</summary>
    [Input(DisplayName = "主题")]
    public Input<string> Subject { get; } = new();

    /// <summary>Text.</summary>
    [Input(DisplayName = "正文", UIHint = UIHints.MultiLine)]
    public Input<string> Body { get; } = new();

    /// <summary>Document to attach.</summary>
    [Input(DisplayName = "附件公文编号")]
    public Input<string> DocumentId { get; } = new();

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var role = context.Get(Role);
        var addresses = (context.Get(Addresses) ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (string.IsNullOrWhiteSpace(role) && addresses.Length == 0)
        {
            throw new WorkflowException("“发送邮件”没有收件人，请选择收件角色或填写邮箱。");
        }

        context.Emit(Effects.KaoheEffects.SendEmail, new Effects.SendEmail
        {
            CycleYear = FlowInputs.YearOf(context),
            Role = string.IsNullOrWhiteSpace(role) ? null : role,
            Audience = role == Office.People.Role.Unit.Code ? BlockText.AudienceOf(context, context.Get(Audience), "发送邮件") : null,
            Addresses = addresses,
            Subject = BlockText.Or(context.Get(Subject), "年度目标责任考核通知"),
            Body = context.Get(Body) ?? "",
            DocumentIds = context.Get(DocumentId) is { Length: > 0 } documentId ? [documentId] : [],
        });
        context.Complete();
    }
}
