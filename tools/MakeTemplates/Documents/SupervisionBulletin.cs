using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>督查通报, step 1: what the round of supervision found.</summary>
internal static class SupervisionBulletin
{
    public static void Write(OfficialDocument document)
    {
        document.Head();
        document.Title("关于{{年度}}年{{督查期间}}目标任务", "落实情况的通报");
        document.To("{{主送机关}}");
        document.Body("根据{{考核办法}}和督查工作安排，市考核办于{{开始日期:yyyy年M月d日}}至{{结束日期:yyyy年M月d日}}组织督查组对{{督查范围}}{{督查期间}}目标任务落实情况进行了督查。现将有关情况通报如下。");
        document.Heading("一、总体情况");
        document.Body("{{总体情况}}");
        document.List(
            "指标完成进度",
            new Column("序号", 16, "{{进度.序号}}"),
            new Column("单位", 56, "{{进度.单位}}", 'l'),
            new Column("考核指标数", 26, "{{进度.指标数}}"),
            new Column("达到序时进度数", 32, "{{进度.达标数}}"),
            new Column("达标率（%）", 26, "{{进度.达标率:0.0}}"));
        document.Heading("二、存在的主要问题");
        document.Body("{{问题.序号}}.{{问题.单位}}：{{问题.内容}}");
        document.Heading("三、下步工作要求");
        document.Body(
            "各单位要对照督查反馈问题，逐项制定整改措施，明确责任领导、责任人员和完成时限，于{{整改期限:yyyy年M月d日}}前将整改情况报市考核办。市考核办将把整改情况纳入下次督查内容，督查结果作为年度考核综合评价的依据。",
            "进度滞后的单位要深入分析原因，采取过硬措施加快推进，确保全面完成{{年度}}年度各项目标任务。");
        document.Attachments();
        document.Signature();
        document.Imprint();
    }
}
