using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>关于做好年度考核工作的通知, step 2: opens the year-end assessment and asks for the self-assessment.</summary>
internal static class AssessmentNotice
{
    public static void Write(OfficialDocument document)
    {
        document.Head();
        document.Title("关于做好{{年度}}年度目标责任", "考核工作的通知");
        document.To("{{主送机关}}");
        document.Body("根据{{考核办法}}，市委、市政府决定对{{年度}}年度目标责任完成情况进行考核。现将有关事项通知如下。");
        document.Heading("一、考核对象");
        document.Body("{{考核对象}}。");
        document.Heading("二、考核内容");
        document.Point("（一）县（市、区）。", "经济发展、人民生活、社会发展、资源环境、社会安全、班子和队伍建设6大类指标。");
        document.Point("（二）市直部门（单位）。", "年度工作任务、班子和队伍建设2类指标。");
        document.Body("党风廉政建设、政府工作目标责任、和谐社会建设、领导班子和领导干部年度考核不再单独进行，统一纳入年度目标责任考核。");
        document.Heading("三、考核程序和时间安排");
        document.Body("考核按照督查落实、自查总结、考核预告、考核大会、民主测评、个别谈话、民意调查、社会评价、综合评价、考核汇总和结果评定11个环节有序进行，时间安排如下。");
        document.List("考核工作日程", new Column("序号", 16, "{{日程.序号}}"), new Column("环节", 34, "{{日程.环节}}"), new Column("时间", 54, "{{日程.时间}}"), new Column("责任单位", 52, "{{日程.责任单位}}", 'l'));
        document.Heading("四、自查总结要求");
        document.Body(
            "各单位要对照年度考核指标逐项自查，形成自查报告，经主要负责人签字后，于{{自查报告期限:yyyy年M月d日}}前通过考核系统报市考核办。自查报告包括四部分：目标任务完成情况，主要做法和成效，存在的问题和原因，下步打算。",
            "指标完成值以数据认定部门核定的数据为准。各数据认定部门要严格把关，于{{数据认定期限:yyyy年M月d日}}前完成认定并出具数据认定表。");
        document.Heading("五、有关要求");
        document.Point("（一）严格考核程序。", "遵守程序不变通，执行标准不降低，考核结果不偏颇。");
        document.Point("（二）严格考核评比。", "按照考核指标量化体系，客观公正地进行考核评价，科学确定各单位等次。");
        document.Point("（三）严格考核纪律。", "考核组要严守工作纪律，规范操作程序；被考核单位要实事求是地汇报工作实绩，自觉接受群众评议，决不允许弄虚作假、虚报浮夸。");
        document.Attachments();
        document.Signature();
        document.Contact();
        document.Imprint();
    }
}
