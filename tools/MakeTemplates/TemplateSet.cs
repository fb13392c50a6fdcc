using Kaohe.Documents.Packages;
using MakeTemplates.Documents;
using MakeTemplates.Layout;

namespace MakeTemplates;

/// <summary>Every template we ship, by the name of its file.</summary>
public static class TemplateSet
{
    /// <summary>File name without .docx, and the program that writes it.</summary>
    public static IReadOnlyDictionary<string, Action<OfficialDocument>> All { get; } = new Dictionary<string, Action<OfficialDocument>>(StringComparer.Ordinal)
    {
        ["督查通知"] = SupervisionNotice.Write,
        ["督查记录表"] = SupervisionRecord.Write,
        ["督查通报"] = SupervisionBulletin.Write,
        ["关于做好年度考核工作的通知"] = AssessmentNotice.Write,
        ["自查报告"] = SelfReport.Write,
        ["数据认定表"] = CertificationSheet.Write,
        ["考核预告公告"] = AdvanceAnnouncement.Write,
        ["考核大会通知"] = MeetingNotice.Write,
        ["考核大会签到表"] = SignInSheet.Write,
        ["民主测评票"] = BallotPaper.Write,
        ["计票汇总表"] = TallySheet.Write,
        ["谈话安排"] = InterviewSchedule.Write,
        ["民意调查问卷"] = SurveyQuestionnaire.Write,
        ["民意调查报告"] = SurveyReport.Write,
        ["社会评价表"] = SocialRatingForm.Write,
        ["社会评价汇总表"] = SocialRatingSummary.Write,
        ["考核组报告"] = TeamReport.Write,
        ["得分汇总表"] = ScoreTable.Write,
        ["等次建议"] = GradeProposalPaper.Write,
        ["会议纪要"] = GradeMinutes.Write,
        ["结果通报"] = ResultBulletin.Write,
        ["结果通知书"] = ResultLetter.Write,
        ["表彰决定"] = Commendation.Write,
        ["整改通知书"] = RectificationNotice.Write,
        ["整改审核意见"] = RectificationOpinion.Write,
        ["诫勉谈话通知"] = AdmonitionNotice.Write,
        ["销号单"] = ClosureSlip.Write,
        ["责任书"] = ResponsibilityStatement.Write,
        ["考察材料附页"] = CadreMaterialPage.Write,
    };

    /// <summary>The bytes of one template; the same on every machine.</summary>
    public static byte[] Build(Action<OfficialDocument> write)
    {
        using var stream = new MemoryStream();
        using (var document = new OfficialDocument(stream))
        {
            write(document);
        }

        var bytes = stream.ToArray();
        ZipTimes.Clear(bytes);
        return bytes;
    }
}
