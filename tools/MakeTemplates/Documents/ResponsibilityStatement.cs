using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>责任书: the year’s targets that a unit takes on, signed by both sides.</summary>
internal static class ResponsibilityStatement
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{年度}}年度目标责任书");
        document.Body("为全面完成{{年度}}年度经济社会发展目标任务，落实工作责任，根据{{考核办法}}，{{下达方}}与{{责任单位}}签订本责任书。");
        document.Heading("一、目标任务");
        document.List(
            "年度考核指标",
            new Column("序号", 14, "{{指标.序号}}"),
            new Column("类别", 28, "{{指标.类别}}"),
            new Column("考核指标", 46, "{{指标.名称}}", 'l'),
            new Column("确保目标", 24, "{{指标.确保目标}}"),
            new Column("力争目标", 24, "{{指标.力争目标}}"),
            new Column("权重", 20, "{{指标.权重}}"));
        document.Heading("二、责任要求");
        document.Body(
            "（一）责任单位对照考核指标，对每项工作任务逐一细化分解，落实到每个工作环节和工作岗位，量化到每位领导干部，做到人人身上有任务、个个肩上有压力。",
            "（二）责任单位如实报送目标任务完成情况和佐证材料，自觉接受督查和群众评议，不弄虚作假、不虚报浮夸。",
            "（三）市考核办组织督促检查，协调解决目标任务推进中的问题，客观公正地进行考核。");
        document.Heading("三、考核奖惩");
        document.Body("考核结果分为好、较好、一般、差4个等次，由市年度目标责任考核领导组审定，并按照{{考核办法}}兑现奖惩。考核结果作为领导干部考察评价、奖惩和任用的重要依据。");
        document.Heading("四、其他");
        document.Body("本责任书一式三份，下达方、责任单位、市考核办各执一份，自签字之日起生效。");
        document.Mark("{{?分解}}");
        document.List(
            "责任分解",
            new Column("序号", 14, "{{分解.序号}}"),
            new Column("考核指标", 50, "{{分解.指标}}", 'l'),
            new Column("责任人", 24, "{{分解.责任人}}"),
            new Column("职务", 30, "{{分解.职务}}"),
            new Column("工作环节或岗位", 38, "{{分解.岗位}}", 'l'));
        document.Mark("{{/分解}}");
        document.Space();
        document.Form(
            26,
            [("下达方", "{{下达方}}\n\n{{图:下达方签名|30}}", 5), ("责任单位", "{{责任单位}}\n\n{{图:责任单位签名|30}}", 5)],
            [("代表职务", "{{下达方代表}}", 2), ("主要负责人", "{{责任单位负责人}}", 2)],
            [("签订日期", "{{签订日期:yyyy年M月d日}}", 1)]);
    }
}
