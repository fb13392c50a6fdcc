using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>考核大会议程和签到表, step 4: what the unit prints for its meeting; its leading body is in the list, the others write themselves in.</summary>
internal static class SignInSheet
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{被考核单位}}{{年度}}年度", "目标责任考核大会签到表");
        document.Form(
            28,
            [("会议时间", "{{会议时间:yyyy年M月d日HH:mm}}", 1), ("会议地点", "", 1)],
            [("考核组", "{{考核组名称}}", 1), ("到会要求", "不少于应到人数的{{到会比例}}", 1)]);
        document.Heading("一、会议议程");
        document.Body("{{议程.序号}}.{{议程.内容}}");
        document.Heading("二、签到");
        document.List(
            "",
            new Column("序号", 14, "{{人员.序号}}"),
            new Column("姓名", 32, "{{人员.姓名}}"),
            new Column("职务", 64, "{{人员.职务}}", 'l'),
            new Column("签名", 46, ""));
        document.Small("");
        document.Form(28, [("应到人数", "", 1), ("实到人数", "", 1)], [("主持人", "", 1), ("记录人", "", 1)]);
        document.Small("注：本人签名，不得代签；名单以外的参会人员自行填写。会后将本表和会议记录一并上传。");
    }
}
