using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>表彰决定: honours the units graded 好 and the cadres graded 优秀.</summary>
internal static class Commendation
{
    public static void Write(OfficialDocument document)
    {
        document.Head();
        document.Title("关于表彰{{年度}}年度目标责任考核", "先进单位{{?优秀干部}}和优秀领导干部{{/优秀干部}}的决定");
        document.To("{{主送机关}}");
        document.Body(
            "{{年度}}年，全市各级各部门紧紧围绕市委、市政府决策部署，真抓实干、奋力赶超，较好完成了年度目标任务，涌现出一批思想解放、勇于争先，党性坚强、本领较高，实绩突出、作风过硬的先进单位{{?优秀干部}}和优秀领导干部{{/优秀干部}}。",
            "为鼓励先进、树立导向，根据{{考核办法}}和{{年度}}年度目标责任考核结果，经研究，决定对下列单位{{?优秀干部}}和个人{{/优秀干部}}予以表彰。");
        document.Heading("一、先进单位");
        document.Body("{{先进单位.名称}}");
        document.Mark("{{?优秀干部}}");
        document.Heading("二、优秀领导干部");
        document.List("", new Column("序号", 18, "{{优秀干部.序号}}"), new Column("姓名", 36, "{{优秀干部.姓名}}"), new Column("单位及职务", 102, "{{优秀干部.职务}}", 'l'));
        document.Mark("{{/优秀干部}}");
        document.Mark("{{?奖励办法}}");
        document.Body("对受表彰的单位，{{奖励办法}}。");
        document.Mark("{{/奖励办法}}");
        document.Body("希望受到表彰的单位{{?优秀干部}}和个人{{/优秀干部}}珍惜荣誉、谦虚谨慎，再创佳绩。各级各部门要以先进为榜样，以一流的标准、一流的作风、一流的效率，全力完成新一年目标任务。");
        document.Attachments();
        document.Signature();
        document.Imprint();
    }
}
