using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>得分汇总表, step 10: every unit’s components, total and place in its group.</summary>
internal static class ScoreTable
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{年度}}年度目标责任考核得分汇总表", "{{分组}}");
        document.List(
            "",
            new Column("名次", 12, "{{得分.名次}}"),
            new Column("单位", 29, "{{得分.单位}}", 'l'),
            new Column("目标任务", 20, "{{得分.目标任务:0.000}}"),
            new Column("民主测评", 20, "{{得分.民主测评:0.000}}"),
            new Column("民意调查", 20, "{{得分.民意调查:0.000}}"),
            new Column("社会评价", 20, "{{得分.社会评价:0.000}}"),
            new Column("加减分", 16, "{{得分.加减分}}"),
            new Column("总分", 19, "{{得分.总分:0.000}}"));
        document.Small("计算口径：{{计算口径}}");
        document.Small("");
        document.Form(
            28,
            [("计算人（签名）", "{{计算人}}", 2), ("复核人（签名）", "{{复核人}}", 2)],
            [("联席会议确认", "{{联席会议确认}}", 3)]);
        document.Signature();
    }
}
