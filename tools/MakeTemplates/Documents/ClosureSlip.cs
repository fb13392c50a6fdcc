using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>销号单: closes a rectification after the re-check.</summary>
internal static class ClosureSlip
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{年度}}年度目标责任考核问题整改销号单");
        document.Form(
            30,
            [("整改单位", "{{整改单位}}", 1), ("考核等次", "{{等次}}", 1)],
            [("通知书文号", "{{整改通知文号}}", 1), ("整改期限", "{{整改期限:yyyy年M月d日}}", 1)]);
        document.Small("");
        document.List(
            "",
            new Column("序号", 14, "{{问题.序号}}"),
            new Column("整改问题", 42, "{{问题.内容}}", 'l'),
            new Column("整改措施及完成情况", 58, "{{问题.完成情况}}", 'l'),
            new Column("复查结论", 42, "{{问题.复查结论}}", 'l'));
        document.Small("");
        document.Form(
            30,
            [("整改单位意见", "{{整改单位意见}}\n报告人：{{单位报告人}}　　{{单位日期:yyyy年M月d日}}", 3)],
            [("复查意见", "{{复查意见}}\n复查人：{{复查人}}　　{{复查日期:yyyy年M月d日}}", 3)],
            [("市考核办销号意见", "{{考核办意见}}\n经办人：{{考核办负责人}}　　{{考核办日期:yyyy年M月d日}}", 3)],
            [("整改报告审批", "{{审批意见}}\n审批人：{{审批人}}　　{{审批日期:yyyy年M月d日}}（批准整改报告）", 3)]);
        document.Small("编号：{{销号编号}}");
    }
}
