using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>结果通报, step 11: publishes grades and places.</summary>
internal static class ResultBulletin
{
    public static void Write(OfficialDocument document)
    {
        document.Head();
        document.Title("关于{{年度}}年度目标责任考核结果的通报");
        document.To("{{主送机关}}");
        document.Body(
            "根据{{考核办法}}，市考核办组织考核组对{{考核范围}}{{年度}}年度目标责任完成情况进行了考核。经市年度目标责任考核领导组{{审定会议}}审定，现将考核结果通报如下。");
        document.Heading("一、县（市、区）考核结果");
        document.List("", new Column("名次", 20, "{{县市区.名次}}"), new Column("单位", 76, "{{县市区.单位}}", 'l'), new Column("得分", 30, "{{县市区.得分:0.000}}"), new Column("等次", 30, "{{县市区.等次}}"));
        document.Heading("二、市直部门（单位）考核结果");
        document.List("", new Column("名次", 20, "{{市直部门.名次}}"), new Column("单位", 76, "{{市直部门.单位}}", 'l'), new Column("得分", 30, "{{市直部门.得分:0.000}}"), new Column("等次", 30, "{{市直部门.等次}}"));
        document.Heading("三、结果运用");
        document.Body(
            "对评为“好”等次的领导班子予以表彰，并给予适当物质奖励。",
            "考核为“一般”“差”等次的单位，领导班子要向市委、市政府写出书面报告，分析原因，提出限期整改意见。",
            "县（市、区）、市直部门（单位）得分排在最后一名或者被确定为“差”等次的，对单位主要负责人进行诫勉谈话，促其限期改进。",
            "连续两年被确定为“差”等次的，对领导班子主要负责人和负有责任的班子成员进行组织调整。",
            "考核结果作为干部考察评价的重要依据，干部考察材料中要专门表述本人近3年年度目标责任考核等次。");
        document.Body("希望受到表彰的单位珍惜荣誉、再接再厉；其他单位要认真查找差距，学习先进，改进工作，为全市转型跨越发展作出新的贡献。");
        document.Attachments();
        document.Signature();
        document.Imprint();
    }
}
