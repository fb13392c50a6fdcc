using Kaohe.Assessment.Consequences;

namespace Kaohe.Server.Results;

/// <summary>Chinese names of what follows from results.</summary>
public static class ConsequenceNames
{
    /// <summary>The name.</summary>
    public static string Of(ConsequenceKind kind) => kind switch
    {
        ConsequenceKind.Commendation => "表彰领导班子",
        ConsequenceKind.Rectification => "书面报告、限期整改",
        ConsequenceKind.Admonition => "诫勉谈话",
        ConsequenceKind.OrganisationalAdjustment => "组织调整提示",
        ConsequenceKind.PriorityPromotion => "优先提拔使用名单",
        ConsequenceKind.PersonCommendation => "表彰奖励个人",
        _ => "通报批评、末位淘汰",
    };

    /// <summary>What a reader must know about the kind; empty when nothing.</summary>
    public static string Note(ConsequenceKind kind) => kind switch
    {
        ConsequenceKind.OrganisationalAdjustment => "系统只作提示，由领导组按程序决定。",
        ConsequenceKind.PriorityPromotion => "同等情况下优先，由市委按干部任用程序决定。",
        _ => "",
    };
}
