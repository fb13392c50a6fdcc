using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>民主测评票, step 5: a paper without a name, one for each who votes.</summary>
internal static class BallotPaper
{
    public static void Write(OfficialDocument document)
    {
        document.Title("{{年度}}年度目标责任考核", "领导班子民主测评票");
        document.Form(28, [("被测评单位", "", 1)], [("测评主体", "{{测评主体}}", 2)]);
        document.Small("");
        document.List(
            "对领导班子年度履行目标责任情况的总体评价（只选一项，在“□”内打“√”）",
            new Column("评价意见", 78, "{{选项.名称}}"),
            new Column("选择", 78, "□"));
        document.Small("");
        document.Small("说明：1.本票不记名，请独立填写，不要与他人商量或代填。2.只选一项，多选、不选或涂改无法辨认的为无效票；选“不了解”的不计入有效票。3.填好后当场投入票箱，由考核组当众开箱、当场清点计票，由两人签字确认。4.本单位主要负责人和领导班子成员不给自己投票。");
    }
}
