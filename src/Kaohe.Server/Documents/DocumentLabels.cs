using Kaohe.Office.Documents;
using Kaohe.Server.Shell.Components;

namespace Kaohe.Server.Documents;

/// <summary>How states of documents are shown.</summary>
public static class DocumentLabels
{
    /// <summary>The word.</summary>
    public static string Of(DocumentState state) => state switch
    {
        DocumentState.Drafting => "拟稿中",
        DocumentState.Checking => "待核稿",
        DocumentState.Signing => "待签发",
        DocumentState.Numbering => "待编号",
        DocumentState.Sealing => "待用印",
        DocumentState.Issuing => "待印发",
        DocumentState.Issued => "已印发",
        DocumentState.Archived => "已归档",
        _ => "已作废",
    };

    /// <summary>The colour.</summary>
    public static StateTone Tone(DocumentState state) => state switch
    {
        DocumentState.Drafting => StateTone.Active,
        DocumentState.Checking or DocumentState.Signing => StateTone.ToSign,
        DocumentState.Numbering or DocumentState.Sealing or DocumentState.Issuing => StateTone.Soon,
        DocumentState.Issued or DocumentState.Archived => StateTone.Done,
        _ => StateTone.Idle,
    };
}
