using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>等次建议, step 11: what scores, lines, quota and vetoes lead to, for the 领导组 to decide about.</summary>
internal static class GradeProposalPaper
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{年度}}年度目标责任考核等次建议");
        document.To("市年度目标责任考核领导组");
        document.Body("根据{{考核办法}}，按照综合得分、等次分数线、“{{最高等次}}”等次名额和一票否决事项，对各被考核单位领导班子提出等次建议如下，请审定。");
        document.Heading("一、总体情况");
        document.Body("{{组.名称}}：单位{{组.单位数}}个，“{{组.最高等次}}”名额{{组.名额}}个。建议{{组.构成}}。");
        document.Heading("二、需由领导组决定的单位");
        document.Body("{{待定情况}}");
        document.Heading("三、等次建议");
        document.List(
            "",
            new Column("组别", 33, "{{建议.组别}}"),
            new Column("名次", 13, "{{建议.名次}}"),
            new Column("单位", 30, "{{建议.单位}}", 'l'),
            new Column("综合得分", 20, "{{建议.得分:0.000}}"),
            new Column("建议等次", 20, "{{建议.等次}}"),
            new Column("依据", 40, "{{建议.依据}}", 'l'));
        document.Signature();
    }
}
