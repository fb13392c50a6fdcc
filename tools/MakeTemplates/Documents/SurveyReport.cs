using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>民意调查报告, step 7: sample, answers and findings of the public opinion survey.</summary>
internal static class SurveyReport
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{年度}}年度目标责任考核民意调查报告");
        document.To("{{主送机关}}");
        document.Body("根据{{考核办法}}，市考核办于{{开始日期:yyyy年M月d日}}至{{结束日期:yyyy年M月d日}}组织开展了{{年度}}年度目标责任考核民意调查。现将有关情况报告如下。");
        document.Heading("一、调查组织情况");
        document.Body("调查采取{{调查方式}}。共回收问卷{{回收数}}份，其中有效问卷{{有效数}}份，有效率{{有效率:0.0}}%。问卷设好、较好、一般、差和不了解五个选项，选“不了解”的不计入有效评价。");
        document.Heading("二、调查结果");
        document.List(
            "民意调查得分",
            new Column("序号", 16, "{{结果.序号}}"),
            new Column("单位", 62, "{{结果.单位}}", 'l'),
            new Column("有效评价数", 28, "{{结果.有效数}}"),
            new Column("满意率（%）", 26, "{{结果.满意率:0.0}}"),
            new Column("得分", 24, "{{结果.得分:0.000}}"));
        document.Heading("三、调查反映的主要情况");
        document.Body("{{意见.序号}}.{{意见.内容}}");
        document.Heading("四、结果说明");
        document.Body("{{结果说明}}");
        document.Signature();
    }
}
