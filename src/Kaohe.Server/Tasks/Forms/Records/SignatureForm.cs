namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>A head answers for something by signature.</summary>
public sealed class SignatureForm : TaskForm
{
    /// <summary>Whether the person has read it and answers for it.</summary>
    public bool Confirmed { get; set; }

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems) =>
        problems.When(!Confirmed, "confirmed", "请核对内容后勾选确认；有不同意见的请退回修改。");
}

/// <summary>A member of a team signs the report; a different opinion is written down.</summary>
public sealed class TeamSignatureForm : TaskForm
{
    /// <summary>Whether all members have read it and signed.</summary>
    public bool Confirmed { get; set; }

    /// <summary>Who signed.</summary>
    public string Signers { get; set; } = string.Empty;

    /// <summary>不同意见; empty when there is none.</summary>
    public string Dissent { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override void Prepare(FormContext context)
    {
        if (Signers.Length == 0 && context.Task.UnitId is { } unit && context.Facts.Book.TeamOf(unit) is { } team)
        {
            Signers = team.Name;
        }
    }

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.When(!Confirmed, "confirmed", "请在全体成员签署后勾选确认。");
        problems.Text("signers", Signers, "签署人", 400);
        problems.AtMost("dissent", Dissent, "不同意见", 2000);
    }
}
