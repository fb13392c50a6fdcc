using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>结果通知书, step 11: the letter that tells one unit its score, place and grade; goes out as a signed PDF.</summary>
internal static class ResultLetter
{
    public static void Write(OfficialDocument document)
    {
        document.Head();
        document.Title("{{年度}}年度目标责任考核结果通知书");
        document.To("{{被考核单位}}");
        document.Body("根据{{考核办法}}，市考核办组织{{考核组名称}}对你单位{{年度}}年度目标责任完成情况进行了考核。经市年度目标责任考核领导组{{审定会议}}审定，现将考核结果通知如下。");
        document.Heading("一、考核结果");
        document.Body("你单位{{年度}}年度目标责任考核得分{{总分:0.000}}分，在{{分组}}的{{单位数}}个单位中排名第{{名次}}位，领导班子考核等次为“{{等次}}”。");
        document.List(
            "得分构成",
            new Column("序号", 14, "{{明细.序号}}"),
            new Column("考核内容", 52, "{{明细.项目}}", 'l'),
            new Column("权重（%）", 26, "{{明细.权重}}"),
            new Column("得分", 24, "{{明细.得分:0.000}}"),
            new Column("说明", 40, "{{明细.说明}}", 'l'));
        document.Heading("二、主要问题");
        document.Mark("{{?问题}}");
        document.Body("{{问题.序号}}.{{问题.内容}}");
        document.Mark("{{/问题}}");
        document.Mark("{{?!问题}}");
        document.Body("考核中未发现需要反馈的突出问题。");
        document.Mark("{{/!问题}}");
        document.Heading("三、有关要求");
        document.Mark("{{?等次=好}}");
        document.Body("市委、市政府对你单位领导班子予以表彰。希望你们珍惜荣誉、再接再厉，争取更大成绩。");
        document.Mark("{{/等次=好}}");
        document.Mark("{{?等次=较好}}");
        document.Body("希望你单位发扬成绩，针对考核反映的问题认真改进工作，在新的一年实现新的提升。");
        document.Mark("{{/等次=较好}}");
        document.Mark("{{?需整改}}");
        document.Body("你单位领导班子应当对照考核结果认真分析原因，于{{整改报告期限:yyyy年M月d日}}前向市委、市政府写出书面报告，提出限期整改意见，并报市考核办。");
        document.Mark("{{/需整改}}");
        document.Mark("{{?需诫勉谈话}}");
        document.Body("按照规定，将对你单位主要负责人进行诫勉谈话，具体时间另行通知。");
        document.Mark("{{/需诫勉谈话}}");
        document.Mark("{{?组织调整提示}}");
        document.Body("你单位已连续两年被确定为“差”等次，按照规定将对领导班子主要负责人和负有责任的班子成员进行组织调整。");
        document.Mark("{{/组织调整提示}}");
        document.Body("如对考核结果有异议，可以自收到本通知书之日起{{申请复核天数}}日内，向市考核办提出书面复核申请。复核期间不停止考核结果的执行。");
        document.Attachments();
        document.Signature();
        document.Contact();
        document.Imprint();
    }
}
