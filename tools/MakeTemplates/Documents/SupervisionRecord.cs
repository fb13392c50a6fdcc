using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>督查记录表, step 1: what a team found at one unit.</summary>
internal static class SupervisionRecord
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{年度}}年{{督查期间}}", "目标任务落实情况督查记录表");
        document.Form(
            28,
            [("被督查单位", "{{被督查单位}}", 1), ("督查日期", "{{督查日期:yyyy年M月d日}}", 1)],
            [("督查组", "{{督查组名称}}", 1), ("督查方式", "{{督查方式}}", 1)]);
        document.Small("");
        document.List(
            "",
            new Column("序号", 14, "{{记录.序号}}"),
            new Column("考核指标", 38, "{{记录.指标}}", 'l'),
            new Column("年度目标", 26, "{{记录.年度目标}}"),
            new Column("累计完成", 26, "{{记录.累计完成}}"),
            new Column("佐证材料", 20, "{{记录.佐证}}"),
            new Column("督查认定及问题", 32, "{{记录.认定}}", 'l'));
        document.Small("");
        document.Form(
            28,
            [("总体评价", "{{总体评价}}", 4)],
            [("整改要求", "{{整改要求}}", 3)],
            [("督查组组长（签名）", "", 2), ("被督查单位负责人（签名）", "", 2)]);
        document.Small("注：凡不能提供佐证材料的事项，按未完成认定。本表一式两份，督查组、被督查单位各存一份。");
    }
}
