namespace Kaohe.Assessment.Rectifications;

/// <summary>Where a 整改 stands.</summary>
public enum RectificationStage
{
    /// <summary>整改通知 issued; the unit writes its report.</summary>
    NoticeIssued,

    /// <summary>The report is in; the office reviews it.</summary>
    ReportSubmitted,

    /// <summary>The office passed it; a leader decides.</summary>
    OfficePassed,

    /// <summary>The leader approved it; the unit carries it out.</summary>
    LeaderApproved,

    /// <summary>The unit reported that it has carried it out, or its last day has passed; it is checked again.</summary>
    AwaitingRecheck,

    /// <summary>复查 passed; it may be closed.</summary>
    Rechecked,

    /// <summary>Sent back to the unit by office, leader or 复查.</summary>
    Returned,

    /// <summary>销号.</summary>
    Closed,
}

/// <summary>Chinese names of the stages.</summary>
public static class RectificationStageNames
{
    /// <summary>The stage's name.</summary>
    public static string Of(RectificationStage stage) => stage switch
    {
        RectificationStage.NoticeIssued => "待报整改报告",
        RectificationStage.ReportSubmitted => "待考核办审核",
        RectificationStage.OfficePassed => "待领导批准",
        RectificationStage.LeaderApproved => "整改中",
        RectificationStage.AwaitingRecheck => "待复查",
        RectificationStage.Rechecked => "复查通过，待销号",
        RectificationStage.Returned => "已退回",
        _ => "已销号",
    };
}
