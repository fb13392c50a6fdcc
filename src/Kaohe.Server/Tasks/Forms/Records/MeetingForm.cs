using Kaohe.Assessment.Meetings;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>考核大会 of a unit: who came, what was done.</summary>
public sealed class MeetingForm : TaskForm
{
    /// <summary>Fewest who must come, in percent of 应到; the notice of the meeting says the same.</summary>
    public const int QuorumPercent = 80;

    /// <summary>召开日期.</summary>
    public DateOnly? HeldOn { get; set; }

    /// <summary>Where.</summary>
    public string Place { get; set; } = string.Empty;

    /// <summary>主持人.</summary>
    public string Chair { get; set; } = string.Empty;

    /// <summary>应到.</summary>
    public int? Expected { get; set; }

    /// <summary>Names of those who signed in, separated by 、 or lines.</summary>
    public string SignedIn { get; set; } = string.Empty;

    /// <summary>Whether the head reported on the year.</summary>
    public bool HeadReported { get; set; }

    /// <summary>会议记录.</summary>
    public string Minutes { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Visit;

    /// <summary>The names of <see cref="SignedIn"/>.</summary>
    public IReadOnlyList<string> Names() =>
        [.. SignedIn.Split(['、', '，', ',', '；', ';', '\n', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    private AssessmentMeeting ToMeeting(int expected) => new()
    {
        Id = "",
        UnitId = "",
        Title = "",
        At = default,
        Place = Place,
        Expected = expected,
        Quorum = (int)Math.Ceiling(expected * QuorumPercent / 100m),
        SignIns = [.. Names().Select(name => new SignIn(name, default))],
    };

    /// <inheritdoc/>
    public override void Prepare(FormContext context) => HeldOn ??= context.Facts.Visit?.Arrives;

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.Date("heldOn", HeldOn, "召开日期");
        problems.When(HeldOn > context.Today, "heldOn", "召开日期晚于今天，请在会后填报。");
        problems.DuringVisit("heldOn", "考核大会", HeldOn, context);
        problems.Text("place", Place, "地点", 200);
        problems.Text("chair", Chair, "主持人", 60);
        problems.When(Expected is null or <= 0, "expected", "请填写应到人数。");
        problems.When(Names().Count == 0, "signedIn", "请登记签到人员。");
        problems.When(Names().Count > Expected, "signedIn", $"签到 {Names().Count} 人，多于应到 {Expected} 人，请核对。");
        foreach (var problem in Expected > 0 && Names().Count > 0 ? new QuorumReachedRule(ToMeeting(Expected.Value)).Problems() : [])
        {
            problems.Add("signedIn", problem.Message);
        }

        problems.When(!HeadReported, "headReported", "主要负责人述职后才能报送；没有述职的请另行召开。");
        problems.Text("minutes", Minutes, "会议记录");
    }
}
