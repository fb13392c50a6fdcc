using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>考核预告公告, step 3: posted at the unit three working days before the team arrives.</summary>
internal static class AdvanceAnnouncement
{
    public static void Write(OfficialDocument document)
    {
        document.Head();
        document.Title("关于对{{被考核单位}}开展{{年度}}年度", "目标责任考核的预告");
        document.Body("根据{{考核办法}}和年度考核工作安排，市考核办派出{{考核组名称}}，将对{{被考核单位}}领导班子和领导干部{{年度}}年度目标责任完成情况进行考核。现将有关事项预告如下。");
        document.Heading("一、考核时间");
        document.Body("{{进驻日期:yyyy年M月d日}}至{{离开日期:yyyy年M月d日}}。");
        document.Heading("二、考核依据");
        document.Body("{{考核办法}}、《{{年度}}年度目标责任书》和市考核领导组下达的年度考核指标。");
        document.Heading("三、考核内容");
        document.Body("{{考核内容}}。");
        document.Heading("四、考核方式");
        document.Body("召开考核大会，进行民主测评，开展个别谈话，查阅资料，核实数据，并同步开展民意调查和社会评价。");
        document.Heading("五、考核组组成");
        document.Body("组长：{{组长}}", "成员：{{成员}}", "联络员：{{联络员}}");
        document.Heading("六、意见反映");
        document.Body(
            "考核期间，考核组设立意见箱和公开电话，听取干部群众对被考核单位领导班子和领导干部履行目标责任、作风建设等方面的意见。反映情况应当实事求是，考核组对反映人和反映内容严格保密。",
            "公开电话：{{公开电话}}",
            "电子邮箱：{{电子邮箱}}",
            "受理时间：{{受理时间}}");
        document.Body("特此公告。");
        document.Attachments();
        document.Signature();
        document.Imprint();
    }
}
