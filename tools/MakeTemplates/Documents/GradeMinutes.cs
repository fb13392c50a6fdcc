using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>会议纪要, step 11: what the 领导组 decided about the grades, with its reasons where it departs from the proposal.</summary>
internal static class GradeMinutes
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{年度}}年度目标责任考核", "等次审定会议纪要");
        document.Form(28, [("会议纪要", "{{会议纪要}}", 1)], [("审定日期", "{{审定日期:yyyy年M月d日}}", 1), ("审定登记", "{{登记人}}", 1)]);
        document.Small("");
        document.Body("根据{{考核办法}}，市年度目标责任考核领导组对{{年度}}年度目标责任考核结果进行了审定，共审定{{单位数}}个单位的领导班子等次，其中与等次建议一致的{{一致数}}个。现纪要如下。");
        document.Heading("一、审定结果");
        document.List(
            "",
            new Column("组别", 26, "{{结果.组别}}"),
            new Column("等次", 18, "{{结果.等次}}"),
            new Column("个数", 16, "{{结果.个数}}"),
            new Column("单位", 96, "{{结果.单位}}", 'l'));
        document.Heading("二、与等次建议不一致的决定和理由");
        document.Mark("{{?!变更}}");
        document.Body("领导组同意等次建议，没有不一致的决定。");
        document.Mark("{{/!变更}}");
        document.Mark("{{?变更}}");
        document.Body("{{变更.序号}}.{{变更.单位}}：建议{{变更.建议}}，审定{{变更.审定}}。理由：{{变更.理由}}");
        document.Mark("{{/变更}}");
        document.Mark("{{?超名额理由}}");
        document.Body("“{{最高等次}}”等次超出名额的理由：{{超名额理由}}");
        document.Mark("{{/超名额理由}}");
        document.Heading("三、结果运用");
        document.Body("审定结果由市考核办印发通报，向各单位送达结果通知书，并按规定落实表彰、限期整改和诫勉谈话等事项。");
        document.Signature();
    }
}
