using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>社会评价表, step 8: what 两代表一委员 and service users fill in, without a name.</summary>
internal static class SocialRatingForm
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{年度}}年度目标责任考核社会评价表");
        document.Body(
            "根据{{考核办法}}，请您对下列单位本年度履行职责、完成目标任务的情况作出评价。每个单位只选一项，在相应栏内打“√”；多选或不选的视为无效。本表不记名，填好后由工作人员当场收回或投入评价箱。",
            "您的身份（请打“√”）：{{身份}}");
        document.List(
            "",
            new Column("序号", 14, "{{单位.序号}}"),
            new Column("被评价单位", 62, "{{单位.名称}}", 'l'),
            new Column("好", 15, "□"),
            new Column("较好", 15, "□"),
            new Column("一般", 15, "□"),
            new Column("差", 15, "□"),
            new Column("不了解", 20, "□"));
        document.Small("");
        document.Form(28, [("意见和建议", "", 4)]);
        document.Small("注：选“不了解”的不计入有效票。评价结果只按单位汇总，不公布个人意见。");
    }
}
