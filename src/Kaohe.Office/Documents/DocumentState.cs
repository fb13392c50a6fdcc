namespace Kaohe.Office.Documents;

/// <summary>What an official document waits for: 拟稿 → 核稿 → 签发 → 编号 → 用印 → 印发 → 签收回执 → 归档.</summary>
public enum DocumentState
{
    /// <summary>拟稿: the drafter writes, or corrects what came back.</summary>
    Drafting,

    /// <summary>核稿: a checker reads.</summary>
    Checking,

    /// <summary>签发: a leader signs.</summary>
    Signing,

    /// <summary>编号: the office gives the 发文字号.</summary>
    Numbering,

    /// <summary>用印: the office seals.</summary>
    Sealing,

    /// <summary>印发: the office sends it out.</summary>
    Issuing,

    /// <summary>Sent out; receipts come in where they are asked for.</summary>
    Issued,

    /// <summary>归档: kept, unchangeable.</summary>
    Archived,

    /// <summary>作废, with a reason.</summary>
    Void,
}

/// <summary>What happened to a document; what a flow waits for.</summary>
public enum DocumentEventKind
{
    /// <summary>Drafted.</summary>
    Drafted,

    /// <summary>A new version was made.</summary>
    Revised,

    /// <summary>送核.</summary>
    Submitted,

    /// <summary>核稿通过.</summary>
    Checked,

    /// <summary>退回.</summary>
    Returned,

    /// <summary>签发.</summary>
    Signed,

    /// <summary>编号.</summary>
    Numbered,

    /// <summary>用印.</summary>
    Sealed,

    /// <summary>印发.</summary>
    Issued,

    /// <summary>签收.</summary>
    Received,

    /// <summary>All receipts are in.</summary>
    AllReceived,

    /// <summary>催签收.</summary>
    ReceiptsUrged,

    /// <summary>归档.</summary>
    Archived,

    /// <summary>作废.</summary>
    Voided,

    /// <summary>Comment.</summary>
    Commented,

    /// <summary>签订 by a recipient unit.</summary>
    Countersigned,
}
