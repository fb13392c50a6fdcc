namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>复核计票: a second person has counted again.</summary>
public sealed class RecountForm : TaskForm
{
    /// <summary>Whether the person counted the papers anew, and they agree with the sheet.</summary>
    public bool Recounted { get; set; }

    /// <summary>监票人.</summary>
    public string Checkers { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.When(!Recounted, "recounted", "请独立重新清点，一致后勾选确认；不一致的写明差异退回。");
        problems.Text("checkers", Checkers, "监票人", 100);
    }
}
