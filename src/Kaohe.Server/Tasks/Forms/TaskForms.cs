using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Server.Tasks.Designed;
using Kaohe.Server.Tasks.Forms.Records;

namespace Kaohe.Server.Tasks.Forms;

/// <summary>Which form belongs to which kind of task. Kinds that are not listed (decisions) ask only for an outcome and an opinion.</summary>
public static class TaskForms
{
    /// <summary>How forms are written: as all records of the office; numbers may come as text, members that no form has are refused.</summary>
    public static JsonSerializerOptions Json { get; } = Options();

    private static readonly FrozenDictionary<string, Func<TaskForm>> _forms = new Dictionary<string, Func<TaskForm>>(StringComparer.Ordinal)
    {
        [TaskKinds.General] = () => new WorkForm(),
        [TaskKinds.DocumentRevision] = () => new WorkForm(),
        [TaskKinds.Receipt] = () => new ReceiptForm(),
        [TaskKinds.MissingReasons] = () => new MissingReasonsForm(),
        [TaskKinds.SupervisionPlan] = () => new SupervisionPlanForm(),
        [TaskKinds.EvidenceFiling] = () => new EvidenceForm(),
        [TaskKinds.SupervisionFinding] = () => new FindingForm(),
        [TaskKinds.SelfAssessmentReport] = () => new SelfAssessmentForm(),
        [TaskKinds.SelfAssessmentSignature] = () => new SignatureForm(),
        [TaskKinds.ReadingCertification] = () => new CertificationForm(),
        [TaskKinds.VisitSchedule] = () => new VisitScheduleForm(),
        [TaskKinds.NoticePosting] = () => new PostingForm(),
        [TaskKinds.MeetingRecord] = () => new MeetingForm(),
        [TaskKinds.BallotTally] = () => new TallyForm(),
        [TaskKinds.SurveyTally] = () => new TallyForm(),
        [TaskKinds.SocialRatingTally] = () => new TallyForm(),
        [TaskKinds.LeaderRatingTally] = () => new TallyForm(),
        [TaskKinds.TallyConfirmation] = () => new RecountForm(),
        [TaskKinds.InterviewPlan] = () => new InterviewPlanForm(),
        [TaskKinds.InterviewRecord] = () => new InterviewRecordForm(),
        [TaskKinds.SurveyPlan] = () => new SurveyPlanForm(),
        [TaskKinds.SocialRatingPlan] = () => new SurveyPlanForm(),
        [TaskKinds.TeamReport] = () => new TeamReportForm(),
        [TaskKinds.TeamReportSignature] = () => new TeamSignatureForm(),
        [TaskKinds.ScoreCheck] = () => new ScoreCheckForm(),
        [TaskKinds.JointMeeting] = () => new SittingForm(),
        [TaskKinds.GradeDecision] = () => new GradeDecisionForm(),
        [TaskKinds.RectificationReport] = () => new RectificationForm(),
        [TaskKinds.RectificationCompletion] = () => new RectificationCompletionForm(),
        [TaskKinds.RectificationRecheck] = () => new RecheckForm(),
        [TaskKinds.AdmonitionArrangement] = () => new AdmonitionArrangementForm(),
        [TaskKinds.Admonition] = () => new AdmonitionForm(),
        [TaskKinds.IndicatorProposal] = () => new IndicatorProposalForm(),
        [TaskKinds.IndicatorCollation] = () => new IndicatorCollationForm(),
        [TaskKinds.ResponsibilitySigning] = () => new ResponsibilityForm(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Kinds that have a form.</summary>
    public static IEnumerable<string> Kinds => _forms.Keys;

    /// <summary>An empty form of a kind; null when the kind has none.</summary>
    public static TaskForm? New(string kind) => _forms.GetValueOrDefault(kind)?.Invoke();

    /// <summary>What was stored for a kind; null when the kind has no form or nothing was stored.</summary>
    /// <exception cref="JsonException">What was stored is of another form.</exception>
    public static TaskForm? Read(string kind, JsonElement? data) =>
        New(kind) is { } form && data is { ValueKind: JsonValueKind.Object } stored ? (TaskForm)stored.Deserialize(form.GetType(), Json)! : null;

    /// <summary>A form as it is stored.</summary>
    public static JsonElement Write(TaskForm form) => form is DesignedForm designed ? designed.ToElement() : JsonSerializer.SerializeToElement(form, form.GetType(), Json);

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(OfficeJson.Options)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
