using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>整改审核意见: what 考核办 and leader say about a 整改报告, for the unit to act on.</summary>
internal static class RectificationOpinion
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{年度}}年度目标责任考核", "整改报告审核意见");
        document.Form(
            30,
            [("整改单位", "{{整改单位}}", 1), ("考核等次", "{{等次}}", 1)],
            [("通知书文号", "{{整改通知文号}}", 1), ("整改期限", "{{整改期限:yyyy年M月d日}}", 1)],
            [("原因分析", "{{原因分析}}", 2)]);
        document.Small("");
        document.List(
            "整改报告所列问题和措施",
            new Column("序号", 14, "{{问题.序号}}"),
            new Column("整改问题", 62, "{{问题.内容}}", 'l'),
            new Column("整改措施、责任人和期限", 80, "{{问题.完成情况}}", 'l'));
        document.Small("");
        document.Form(
            30,
            [("市考核办审核意见", "{{考核办意见}}\n负责人：{{考核办负责人}}　　{{考核办日期:yyyy年M月d日}}", 4)],
            [("领导审批意见", "{{审批意见}}\n审批人：{{审批人}}　　{{审批日期:yyyy年M月d日}}", 4)]);
        document.Small("注：请按批准的整改措施抓好落实，到期由市考核办复查，合格后销号；逾期没有完成的，按规定进行诫勉谈话。");
    }
}
