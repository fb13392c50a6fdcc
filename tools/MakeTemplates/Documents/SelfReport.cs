using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>自查报告, step 2: the unit’s own account in four parts, for which its head answers by signature (周口, 富平).</summary>
internal static class SelfReport
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{被考核单位}}{{年度}}年度", "目标责任落实情况自查报告");
        document.To("{{主送机关}}");
        document.Body("根据{{考核办法}}和{{年度}}年度考核工作安排，我单位对全年目标责任落实情况进行了自查。现将有关情况报告如下。");
        document.Heading("一、目标任务完成情况");
        document.Body("{{完成情况}}");
        document.List(
            "考核指标完成情况",
            new Column("序号", 13, "{{指标.序号}}"),
            new Column("考核指标", 47, "{{指标.名称}}", 'l'),
            new Column("目标值", 24, "{{指标.目标值}}"),
            new Column("完成值", 24, "{{指标.完成值}}"),
            new Column("佐证", 14, "{{指标.佐证}}"),
            new Column("说明", 34, "{{指标.说明}}", 'l'));
        document.Heading("二、主要措施");
        document.Body("{{主要措施}}");
        document.Heading("三、存在问题和原因");
        document.Body("{{问题和原因}}");
        document.Heading("四、下步打算");
        document.Body("{{下步打算}}", "本报告所列数据和情况真实、准确，如有弄虚作假、虚报浮夸，愿承担相应责任。");
        document.Small("");
        document.Form(28, [("主要负责人", "{{签字人}}\n{{签字日期:yyyy年M月d日}}", 2), ("单位（盖章）", "", 2)]);
    }
}
