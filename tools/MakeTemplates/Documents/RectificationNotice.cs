using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>整改通知书: tells a unit graded 一般 or 差 what to put right and by when.</summary>
internal static class RectificationNotice
{
    public static void Write(OfficialDocument document)
    {
        document.Head();
        document.Title("{{年度}}年度目标责任考核", "限期整改通知书");
        document.To("{{被考核单位}}");
        document.Body("经市年度目标责任考核领导组审定，你单位{{年度}}年度目标责任考核得分{{总分:0.000}}分，考核等次为“{{等次}}”。根据{{考核办法}}关于“对考核为一般或较差等次的单位，领导班子要向市委、市政府写出书面报告，分析原因，提出限期整改意见”的规定，现将有关事项通知如下。");
        document.Heading("一、需要整改的问题");
        document.List(
            "",
            new Column("序号", 14, "{{问题.序号}}"),
            new Column("问题", 62, "{{问题.内容}}", 'l'),
            new Column("整改要求", 46, "{{问题.要求}}", 'l'),
            new Column("完成时限", 34, "{{问题.时限:yyyy年M月d日}}"));
        document.Heading("二、书面报告");
        document.Body("请你单位于{{报告期限:yyyy年M月d日}}前向市委、市政府写出书面整改报告，同时报送市考核办。报告应当包括：问题产生的主客观原因，整改目标和具体措施，责任领导和责任人员，完成时限。报告须经领导班子集体研究，由主要负责人签字。");
        document.Heading("三、审核和销号");
        document.Body("整改报告经市考核办审核、分管领导审批后实施；未通过的，退回重新研究。整改期满，市考核办组织复查，复查合格的予以销号；逾期不报、整改不力的，对单位主要负责人进行诫勉谈话。");
        document.Attachments();
        document.Signature();
        document.Contact();
        document.Imprint();
    }
}
