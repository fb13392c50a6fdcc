using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>计票汇总表, step 5: the count of a secret ballot, confirmed by two people.</summary>
internal static class TallySheet
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{年度}}年度民主测评计票汇总表");
        document.Form(
            28,
            [("测评对象", "{{测评对象}}", 1), ("测评日期", "{{测评日期:yyyy年M月d日}}", 1)],
            [("测评地点", "{{测评地点}}", 1), ("考核组", "{{考核组名称}}", 1)]);
        document.Small("");
        document.List(
            "",
            new Column("测评主体", 38, "{{计票.主体}}", 'l'),
            new Column("发出", 12, "{{计票.发出}}"),
            new Column("收回", 12, "{{计票.收回}}"),
            new Column("有效", 12, "{{计票.有效}}"),
            new Column("好", 12, "{{计票.好}}"),
            new Column("较好", 12, "{{计票.较好}}"),
            new Column("一般", 12, "{{计票.一般}}"),
            new Column("差", 12, "{{计票.差}}"),
            new Column("不了解", 18, "{{计票.不了解}}"),
            new Column("得分", 16, "{{计票.得分:0.00}}"));
        document.Small("");
        document.Form(
            28,
            [("测评得分", "{{测评得分:0.000}}分", 1), ("有效票下限", "每类{{有效票下限}}票", 1)],
            [("情况说明", "{{情况说明}}", 3)],
            [("计票人", "{{计票人}}", 2), ("监票人", "{{监票人}}", 2)]);
        document.Small("注：选“不了解”的不计入有效票；某类有效票低于下限的不计算得分，其权重由其他类别分担。");
    }
}
