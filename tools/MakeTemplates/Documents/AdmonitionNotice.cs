using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>诫勉谈话通知: calls the head of a last-placed or 差-graded unit to an admonition.</summary>
internal static class AdmonitionNotice
{
    public static void Write(OfficialDocument document)
    {
        document.Head();
        document.Title("诫勉谈话通知");
        document.To("{{被考核单位}}");
        document.Mark("{{?整改逾期}}");
        document.Body(
            "你单位{{年度}}年度目标责任考核{{诫勉事由}}。根据{{考核办法}}关于限期整改的规定，逾期不报的，要对单位主要负责人进行诫勉谈话，促其限期改进。经研究，决定对{{谈话对象}}同志进行诫勉谈话。现将有关事项通知如下。");
        document.Mark("{{/整改逾期}}");
        document.Mark("{{?!整改逾期}}");
        document.Body(
            "你单位{{年度}}年度目标责任考核{{诫勉事由}}。根据{{考核办法}}关于“得分排在最后一名或者确定为较差等次的，要对单位主要负责人进行诫勉谈话，促其限期改进”的规定，经研究，决定对{{谈话对象}}同志进行诫勉谈话。现将有关事项通知如下。");
        document.Mark("{{/!整改逾期}}");
        document.Heading("一、谈话时间");
        document.Body("{{谈话时间:yyyy年M月d日HH:mm}}");
        document.Heading("二、谈话地点");
        document.Body("{{谈话地点}}");
        document.Heading("三、谈话人");
        document.Body("{{谈话人}}");
        document.Heading("四、有关要求");
        document.Body("请{{谈话对象}}同志按时参加，认真准备书面说明，分析未完成目标任务的原因，提出改进措施和时限，并于谈话后{{说明报送天数}}日内将书面说明报送市考核办。");
        document.Attachments();
        document.Signature();
        document.Contact();
        document.Imprint();
    }
}
