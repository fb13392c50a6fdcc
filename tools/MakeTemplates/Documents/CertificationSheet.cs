using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>数据认定表, step 2: what a data department certifies of the figures that units report (周口, Shanxi).</summary>
internal static class CertificationSheet
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{年度}}年度目标责任考核数据认定表");
        document.Form(
            28,
            [("认定部门", "{{认定部门}}", 1), ("认定日期", "{{认定日期:yyyy年M月d日}}", 1)],
            [("认定项数", "{{认定项数}}项，其中更正{{更正项数}}项、不予认定{{不予认定项数}}项", 1)]);
        document.Small("");
        document.List(
            "",
            new Column("序号", 13, "{{数据.序号}}"),
            new Column("单位", 28, "{{数据.单位}}", 'l'),
            new Column("考核指标", 41, "{{数据.指标}}", 'l'),
            new Column("填报值", 22, "{{数据.填报值}}"),
            new Column("认定值", 22, "{{数据.认定值}}"),
            new Column("认定意见", 30, "{{数据.意见}}", 'l'));
        document.Small("");
        document.Form(28, [("认定人", "{{认定人}}", 2), ("部门负责人（签名、盖章）", "", 2)]);
        document.Small("注：本部门对认定数据的真实性负责。不予认定的按未完成计算；认定后更正的保留原值备查。");
    }
}
