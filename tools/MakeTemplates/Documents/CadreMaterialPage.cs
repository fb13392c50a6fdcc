using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>考察材料附页: the passage on a cadre’s grades of the last three years that cadre material must carry.</summary>
internal static class CadreMaterialPage
{
    public static void Write(OfficialDocument document)
    {
        document.Title("干部考察材料附页", "（近3年年度目标责任考核情况）");
        document.Form(
            28,
            [("姓名", "{{姓名}}", 1), ("现任职务", "{{现任职务}}", 1)],
            [("所在单位", "{{所在单位}}", 1), ("任现职时间", "{{任现职时间}}", 1)]);
        document.Small("");
        document.List(
            "",
            new Column("年度", 20, "{{考核.年度}}"),
            new Column("所在单位及职务", 62, "{{考核.单位职务}}", 'l'),
            new Column("班子等次", 26, "{{考核.班子等次}}"),
            new Column("个人等次", 26, "{{考核.个人等次}}"),
            new Column("备注", 22, "{{考核.备注}}", 'l'));
        document.Small("");
        document.Body("{{考核表述}}");
        document.Mark("{{?优先使用}}");
        document.Body("该同志所在领导班子已连续3年以上考核为“好”等次，按照{{考核办法}}规定，同等情况下优先提拔使用。");
        document.Mark("{{/优先使用}}");
        document.Signature();
    }
}
