using System.Collections.Frozen;
using Kaohe.Server.Tasks.Designed;
using Kaohe.Server.Tasks.Forms.Records;

namespace Kaohe.Server.Tasks.Forms.Views;

/// <summary>Which component shows which form.</summary>
public static class FormViews
{
    private static readonly FrozenDictionary<Type, Type> _views = new Dictionary<Type, Type>
    {
        [typeof(WorkForm)] = typeof(WorkView),
        [typeof(ReceiptForm)] = typeof(ReceiptView),
        [typeof(SignatureForm)] = typeof(SignatureView),
        [typeof(TeamSignatureForm)] = typeof(TeamSignatureView),
        [typeof(MissingReasonsForm)] = typeof(MissingReasonsView),
        [typeof(SupervisionPlanForm)] = typeof(SupervisionPlanView),
        [typeof(EvidenceForm)] = typeof(EvidenceView),
        [typeof(FindingForm)] = typeof(FindingView),
        [typeof(SelfAssessmentForm)] = typeof(SelfAssessmentView),
        [typeof(CertificationForm)] = typeof(CertificationView),
        [typeof(VisitScheduleForm)] = typeof(VisitScheduleView),
        [typeof(PostingForm)] = typeof(PostingView),
        [typeof(MeetingForm)] = typeof(MeetingView),
        [typeof(TallyForm)] = typeof(TallyView),
        [typeof(RecountForm)] = typeof(RecountView),
        [typeof(InterviewPlanForm)] = typeof(InterviewPlanView),
        [typeof(InterviewRecordForm)] = typeof(InterviewRecordView),
        [typeof(SurveyPlanForm)] = typeof(SurveyPlanView),
        [typeof(TeamReportForm)] = typeof(TeamReportView),
        [typeof(ScoreCheckForm)] = typeof(ScoreCheckView),
        [typeof(SittingForm)] = typeof(SittingView),
        [typeof(GradeDecisionForm)] = typeof(GradeDecisionView),
        [typeof(RectificationForm)] = typeof(RectificationView),
        [typeof(RectificationCompletionForm)] = typeof(RectificationCompletionView),
        [typeof(RecheckForm)] = typeof(RecheckView),
        [typeof(AdmonitionArrangementForm)] = typeof(AdmonitionArrangementView),
        [typeof(AdmonitionForm)] = typeof(AdmonitionView),
        [typeof(IndicatorProposalForm)] = typeof(IndicatorProposalView),
        [typeof(IndicatorCollationForm)] = typeof(IndicatorCollationView),
        [typeof(ResponsibilityForm)] = typeof(ResponsibilityView),
        [typeof(DesignedForm)] = typeof(DesignedView),
    }.ToFrozenDictionary();

    /// <summary>The component of a form.</summary>
    public static Type Of(TaskForm form) => _views[form.GetType()];
}
