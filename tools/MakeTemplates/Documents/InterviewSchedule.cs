using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>谈话安排, step 6: who is heard when; the records themselves are confidential and are not in it.</summary>
internal static class InterviewSchedule
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{被考核单位}}{{年度}}年度目标责任考核", "个别谈话安排");
        document.Body("根据考核工作安排，{{考核组名称}}定于{{开始日期:yyyy年M月d日}}至{{结束日期:yyyy年M月d日}}在{{谈话地点}}开展个别谈话。每人谈话时间约{{谈话时长}}分钟，请按时到场，谈话内容严格保密。");
        document.List(
            "",
            new Column("序号", 16, "{{谈话.序号}}"),
            new Column("姓名", 28, "{{谈话.姓名}}"),
            new Column("职务", 52, "{{谈话.职务}}", 'l'),
            new Column("时间", 36, "{{谈话.时间}}"),
            new Column("谈话人", 24, "{{谈话.谈话人}}"));
        document.Small("");
        document.Body("谈话主要内容：班子和班子成员履行年度目标责任情况，工作实绩和作风建设情况，存在的主要问题，意见和建议。");
        document.Contact();
    }
}
