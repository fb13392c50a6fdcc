using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>民意调查问卷, step 7: what the people are asked about a unit.</summary>
internal static class SurveyQuestionnaire
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{年度}}年度目标责任考核", "民意调查问卷");
        document.Body(
            "您好！为了解群众对各单位工作的评价，市年度目标责任考核办公室根据{{考核办法}}开展民意调查。问卷不记名，您的回答只用于汇总统计，请放心填写。感谢您的支持！",
            "调查时间：{{开始日期:yyyy年M月d日}}至{{结束日期:M月d日}}");
        document.Heading("一、您评价的单位");
        document.Form(28, [("单位名称", "", 1)]);
        document.Heading("二、您对该单位本年度工作的总体评价（只选一项，在“□”内打“√”）");
        document.List("", new Column("评价", 78, "{{选项.名称}}"), new Column("选择", 78, "□"));
        document.Heading("三、您认为该单位最需要改进的方面，以及您的意见和建议");
        document.Form(28, [("意见和建议", "", 4)]);
        document.Small("说明：选“不了解”的不计入有效评价。对调查工作有疑问的，可向市考核办反映，电话：{{公开电话}}。");
    }
}
