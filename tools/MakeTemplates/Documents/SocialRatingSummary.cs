using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>社会评价汇总表, step 8: the count of the ratings of every unit, entered by one person and confirmed by another.</summary>
internal static class SocialRatingSummary
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{年度}}年度目标责任考核社会评价汇总表");
        document.Form(
            28,
            [("评价时间", "{{开始日期:yyyy年M月d日}}至{{结束日期:yyyy年M月d日}}", 1)],
            [("评价方式", "{{评价方式}}", 2)]);
        document.Small("");
        document.List(
            "各评价主体评价票回收情况",
            new Column("评价主体", 52, "{{主体.名称}}", 'l'),
            new Column("权重（%）", 26, "{{主体.权重}}"),
            new Column("发出", 26, "{{主体.发出}}"),
            new Column("收回", 26, "{{主体.收回}}"),
            new Column("有效", 26, "{{主体.有效}}"));
        document.List(
            "各单位评价结果（共{{评价单位数}}个单位）",
            new Column("单位", 26, "{{结果.单位}}", 'l'),
            new Column("发出", 12, "{{结果.发出}}"),
            new Column("收回", 12, "{{结果.收回}}"),
            new Column("有效", 12, "{{结果.有效}}"),
            new Column("好", 11, "{{结果.好}}"),
            new Column("较好", 13, "{{结果.较好}}"),
            new Column("一般", 13, "{{结果.一般}}"),
            new Column("差", 10, "{{结果.差}}"),
            new Column("不了解", 15, "{{结果.不了解}}"),
            new Column("得分", 16, "{{结果.得分:0.000}}"),
            new Column("领导评价", 16, "{{结果.领导评价:0.000}}"));
        document.Small("{{结果说明}}");
        document.Small("");
        document.Form(28, [("汇总人", "{{汇总人}}", 2), ("复核人", "{{复核人}}", 2)]);
        document.Signature();
    }
}
