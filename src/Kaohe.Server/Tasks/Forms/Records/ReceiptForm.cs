namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>回执: the document has arrived.</summary>
public sealed class ReceiptForm : TaskForm
{
    /// <summary>Whether the document was received and can be read.</summary>
    public bool Received { get; set; }

    /// <summary>签收人.</summary>
    public string ReceivedBy { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.When(!Received, "received", "请先打开公文核对，再勾选“公文已收到，内容完整”。");
        problems.Text("receivedBy", ReceivedBy, "签收人", 40);
    }
}
