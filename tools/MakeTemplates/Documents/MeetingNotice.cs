using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>考核大会通知, step 4: convenes the assessment meeting at one unit.</summary>
internal static class MeetingNotice
{
    public static void Write(OfficialDocument document)
    {
        document.Head();
        document.Title("关于召开{{被考核单位}}{{年度}}年度", "目标责任考核大会的通知");
        document.To("{{主送机关}}");
        document.Body("根据{{年度}}年度目标责任考核工作安排，{{考核组名称}}定于近期在你单位召开考核大会。现将有关事项通知如下。");
        document.Heading("一、时间和地点");
        document.Body("时间：{{会议时间:yyyy年M月d日HH:mm}}", "地点：{{会议地点}}");
        document.Heading("二、参会人员");
        document.Body("{{参会人员}}。应到人数由你单位据实核定，实到人数不得少于应到人数的{{到会比例}}。");
        document.Heading("三、会议议程");
        document.Body("（{{议程.序号}}）{{议程.内容}}");
        document.Heading("四、有关要求");
        document.Body(
            "请你单位认真做好会务组织，安排参会人员提前15分钟签到入场，因故不能参加的须书面请假。述职报告要突出目标任务完成情况，实事求是讲成绩，直截了当找问题，时间不超过{{述职时长}}分钟。",
            "民主测评在会上以无记名方式进行，由考核组现场发放、回收测评票，任何单位和个人不得以任何方式干扰测评。");
        document.Attachments();
        document.Signature();
        document.Contact();
        document.Imprint();
    }
}
