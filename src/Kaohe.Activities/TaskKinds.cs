namespace Kaohe.Activities;

/// <summary>Kinds of human tasks that steps and blocks open; a kind decides the form that the person fills in.</summary>
public static class TaskKinds
{
    /// <summary>Free work described by its instructions.</summary>
    public const string General = "general";

    /// <summary>Approve or send back what <c>data.submitted</c> holds.</summary>
    public const string Approval = "approval";

    /// <summary>A leader signs a document (签发) or sends it back.</summary>
    public const string SignOff = Kaohe.Office.People.WorkScope.SignOffKind;

    /// <summary>Confirm that an issued document has arrived.</summary>
    public const string Receipt = "receipt";

    /// <summary>Mend a document that its signer sent back (<c>data.returnReason</c>).</summary>
    public const string DocumentRevision = "document-revision";

    /// <summary>Give a reason for each missing unit: <c>data.missing</c> in, <c>reasons</c> (unit id → text) out.</summary>
    public const string MissingReasons = "missing-reasons";

    /// <summary>考核办 plans a supervision round and assigns the teams.</summary>
    public const string SupervisionPlan = "supervision-plan";

    /// <summary>A unit files evidence for each indicator.</summary>
    public const string EvidenceFiling = "evidence-filing";

    /// <summary>A team records its findings on a unit.</summary>
    public const string SupervisionFinding = "supervision-finding";

    /// <summary>A unit writes its 自查报告 with the figures.</summary>
    public const string SelfAssessmentReport = "self-assessment-report";

    /// <summary>The head of the unit signs the 自查报告.</summary>
    public const string SelfAssessmentSignature = "self-assessment-signature";

    /// <summary>The data departments certify the unit's figures.</summary>
    public const string ReadingCertification = "reading-certification";

    /// <summary>考核办 sets when each team visits which unit.</summary>
    public const string VisitSchedule = "visit-schedule";

    /// <summary>A unit posts the 考核预告 and confirms it.</summary>
    public const string NoticePosting = "notice-posting";

    /// <summary>A unit convenes the 考核大会: agenda, sign-in, minutes.</summary>
    public const string MeetingRecord = "meeting-record";

    /// <summary>A team checks quorum and record of a 考核大会.</summary>
    public const string MeetingCheck = "meeting-check";

    /// <summary>A team holds the 民主测评 and enters the tally.</summary>
    public const string BallotTally = "ballot-tally";

    /// <summary>A second person counts again and confirms a tally.</summary>
    public const string TallyConfirmation = "tally-confirmation";

    /// <summary>A team plans the 个别谈话.</summary>
    public const string InterviewPlan = "interview-plan";

    /// <summary>A team records its 个别谈话; confidential.</summary>
    public const string InterviewRecord = "interview-record";

    /// <summary>考核办 opens the 民意调查: sample and window.</summary>
    public const string SurveyPlan = "survey-plan";

    /// <summary>考核办 closes the survey and enters its tally.</summary>
    public const string SurveyTally = "survey-tally";

    /// <summary>考核办 sends the 社会评价 sheets to 两代表一委员 and service users.</summary>
    public const string SocialRatingPlan = "social-rating-plan";

    /// <summary>考核办 enters the tally of the 社会评价.</summary>
    public const string SocialRatingTally = "social-rating-tally";

    /// <summary>The city's leaders rate the units (领导评价); the tally is entered.</summary>
    public const string LeaderRatingTally = "leader-rating-tally";

    /// <summary>A team drafts its 考核组报告 on a unit.</summary>
    public const string TeamReport = "team-report";

    /// <summary>Every member of the team signs the 考核组报告.</summary>
    public const string TeamReportSignature = "team-report-signature";

    /// <summary>考核办 checks the computed scores.</summary>
    public const string ScoreCheck = "score-check";

    /// <summary>联席会议 confirms the scores, or sends them back.</summary>
    public const string JointMeeting = "joint-meeting";

    /// <summary>考核办 checks 等次建议 before it goes to the 领导组.</summary>
    public const string GradeProposalCheck = "grade-proposal-check";

    /// <summary>领导组 decides the grades, with a reason where they differ; minutes.</summary>
    public const string GradeDecision = "grade-decision";

    /// <summary>A unit writes its 整改报告.</summary>
    public const string RectificationReport = "rectification-report";

    /// <summary>考核办 reviews a 整改报告.</summary>
    public const string RectificationReview = "rectification-review";

    /// <summary>A leader approves a 整改报告.</summary>
    public const string RectificationApproval = "rectification-approval";

    /// <summary>A unit carries its measures out, reports how far each has come and applies for 销号.</summary>
    public const string RectificationCompletion = "rectification-completion";

    /// <summary>考核办 checks on the spot whether the measures were carried out (复查).</summary>
    public const string RectificationRecheck = "rectification-recheck";

    /// <summary>考核办 closes a 整改 (销号).</summary>
    public const string RectificationClosing = "rectification-closing";

    /// <summary>考核办 arranges a 诫勉谈话: day, hour, place and who talks.</summary>
    public const string AdmonitionArrangement = "admonition-arrangement";

    /// <summary>诫勉谈话 with the 主要负责人; the record is confidential.</summary>
    public const string Admonition = "admonition";

    /// <summary>A unit proposes its indicators and targets.</summary>
    public const string IndicatorProposal = "indicator-proposal";

    /// <summary>考核办 collates the proposals.</summary>
    public const string IndicatorCollation = "indicator-collation";

    /// <summary>领导组 approves the year's indicators.</summary>
    public const string IndicatorApproval = "indicator-approval";

    /// <summary>A unit's head signs the 责任书.</summary>
    public const string ResponsibilitySigning = "responsibility-signing";
}
