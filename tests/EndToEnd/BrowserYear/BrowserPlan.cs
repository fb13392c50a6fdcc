using Kaohe.Activities;

namespace EndToEnd.BrowserYear;

/// <summary>
/// Who of the demo city acts in a browser: one unit with its 考核组 through every task, five more units with one task each, whatever office and leaders do
/// once for the city, and the first unit that has to rectify. Everything else goes over HTTP.
/// </summary>
public sealed class BrowserPlan
{
    /// <summary>The unit whose every task is done in a browser.</summary>
    public const string Unit = "xinfu";

    private static readonly (string Kind, string Unit)[] _others =
    [
        (TaskKinds.EvidenceFiling, "yuanping"), (TaskKinds.SelfAssessmentReport, "dingxiang"), (TaskKinds.SelfAssessmentSignature, "wutai"),
        (TaskKinds.NoticePosting, "daixian"), (TaskKinds.MeetingRecord, "fanshi"), (TaskKinds.ReadingCertification, "tongjiju"),
    ];

    private static readonly HashSet<string> _rectifying =
    [
        TaskKinds.RectificationReport, TaskKinds.RectificationReview, TaskKinds.RectificationApproval, TaskKinds.RectificationRecheck, TaskKinds.RectificationClosing,
        TaskKinds.Admonition,
    ];

    /// <summary>The unit whose 整改 is done in the browser; null before there is one.</summary>
    public string? Rectifying { get; private set; }

    /// <summary>Whether a task is done in a browser.</summary>
    /// <param name="kind">Kind of task.</param>
    /// <param name="unitId">The unit it is about; null when it is about all.</param>
    public bool Takes(string kind, string? unitId)
    {
        if (unitId is null)
        {
            return true;
        }

        if (kind == TaskKinds.RectificationReport)
        {
            Rectifying ??= unitId;
        }

        return _rectifying.Contains(kind) ? unitId == Rectifying : unitId == Unit || _others.Contains((kind, unitId));
    }
}
