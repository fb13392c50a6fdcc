using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>考核组报告, step 9: the team’s report on one unit, signed by every member.</summary>
internal static class TeamReport
{
    public static void Write(OfficialDocument document)
    {
        document.Title("关于{{被考核单位}}{{年度}}年度", "目标责任考核情况的报告");
        document.To("{{主送机关}}");
        document.Body("根据{{考核办法}}和市考核办安排，{{考核组名称}}于{{进驻日期:yyyy年M月d日}}至{{离开日期:yyyy年M月d日}}对{{被考核单位}}{{年度}}年度目标责任完成情况进行了考核。现将有关情况报告如下。");
        document.Heading("一、考核工作开展情况");
        document.Body("考核组严格按照规定程序开展工作。召开考核大会，应到{{应到人数}}人，实到{{实到人数}}人；组织民主测评，收回有效票{{测评有效票}}张；个别谈话{{谈话人数}}人；查阅资料{{资料份数}}份，核实指标{{核实指标数}}项；同步开展了民意调查和社会评价。");
        document.Heading("二、目标任务完成情况");
        document.Body("{{目标任务完成情况}}");
        document.List(
            "指标完成情况",
            new Column("序号", 14, "{{指标.序号}}"),
            new Column("考核指标", 56, "{{指标.名称}}", 'l'),
            new Column("目标值", 24, "{{指标.目标值}}"),
            new Column("完成值", 24, "{{指标.完成值}}"),
            new Column("权重", 18, "{{指标.权重}}"),
            new Column("得分", 20, "{{指标.得分:0.000}}"));
        document.Heading("三、评价情况");
        document.List("", new Column("评价项目", 52, "{{评价.项目}}", 'l'), new Column("得分", 26, "{{评价.得分:0.000}}"), new Column("权重（%）", 26, "{{评价.权重}}"), new Column("说明", 52, "{{评价.说明}}", 'l'));
        document.Heading("四、主要成绩");
        document.Body("{{主要成绩}}");
        document.Heading("五、存在的主要问题");
        document.Body("{{问题.序号}}.{{问题.内容}}");
        document.Heading("六、综合评价意见");
        document.Body("{{综合评价意见}}");
        document.Mark("{{?不同意见}}");
        document.Body("考核组成员的不同意见：{{不同意见}}");
        document.Mark("{{/不同意见}}");
        document.List("考核组成员签名", new Column("组内职务", 30, "{{考核组.职务}}"), new Column("姓名", 30, "{{考核组.姓名}}"), new Column("所在单位", 52, "{{考核组.单位}}", 'l'), new Column("签名", 44, "{{考核组.签名}}"));
        document.Signature();
    }
}
