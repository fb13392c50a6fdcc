namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>A unit confirms that the 考核预告 is posted.</summary>
public sealed class PostingForm : TaskForm
{
    /// <summary>张贴或公布位置.</summary>
    public string Place { get; set; } = string.Empty;

    /// <summary>When.</summary>
    public DateOnly? PostedOn { get; set; }

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.Text("place", Place, "张贴或公布位置", 400);
        problems.Date("postedOn", PostedOn, "公布日期");
        problems.When(PostedOn > context.Today, "postedOn", "公布日期晚于今天，请在实际公布后再确认。");
        problems.When(context.Attachments.Count == 0, "attachments", "请上传张贴照片或网站截图。");
    }
}
