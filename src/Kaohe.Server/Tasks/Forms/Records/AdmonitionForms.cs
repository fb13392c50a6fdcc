using Kaohe.Activities;
using Kaohe.Assessment.Admonitions;
using Kaohe.Office;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>安排诫勉谈话: the office says when, where and who talks; the notice carries it.</summary>
public sealed class AdmonitionArrangementForm : TaskForm
{
    /// <summary>谈话日期.</summary>
    public DateOnly? HeldOn { get; set; }

    /// <summary>谈话时间.</summary>
    public TimeOnly? At { get; set; }

    /// <summary>谈话地点.</summary>
    public string Place { get; set; } = string.Empty;

    /// <summary>谈话人, a leader by official id.</summary>
    public string InterviewerId { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Admonition;

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.Date("heldOn", HeldOn, "谈话日期");
        problems.When(HeldOn < context.Today, "heldOn", "谈话日期已经过去，请改期。");
        problems.When(
            HeldOn is { } day && !ActivityCalendar.Current.IsWorkingDay(day),
            "heldOn",
            HeldOn is { } off ? $"{off:yyyy-MM-dd}不上班，请改为{ActivityCalendar.Current.NextWorkingDay(off).Date:yyyy-MM-dd}或其他工作日。" : "");
        problems.When(At is null, "at", "请填写“谈话时间”。");
        problems.Text("place", Place, "谈话地点", 200);
        problems.When(string.IsNullOrWhiteSpace(InterviewerId), "interviewerId", "请选择“谈话人”。");
        problems.When(
            !string.IsNullOrWhiteSpace(InterviewerId) && context.Facts.People.All(person => person.Id != InterviewerId),
            "interviewerId",
            "谈话人应当是领导组的领导，且不能是被谈话人本人，请从名单中选择。");
    }
}

/// <summary>诫勉谈话; confidential.</summary>
public sealed class AdmonitionForm : TaskForm
{
    /// <summary>谈话日期.</summary>
    public DateOnly? HeldOn { get; set; }

    /// <summary>Where.</summary>
    public string Place { get; set; } = string.Empty;

    /// <summary>谈话人.</summary>
    public string Talkers { get; set; } = string.Empty;

    /// <summary>谈话记录.</summary>
    public string Record { get; set; } = string.Empty;

    /// <summary>限期改进 until.</summary>
    public DateOnly? ImproveBy { get; set; }

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Admonition;

    /// <inheritdoc/>
    public override void Prepare(FormContext context)
    {
        if (context.Facts.Admonition is not { State: AdmonitionState.Notified, HeldAt: { } heldAt } talk)
        {
            return;
        }

        HeldOn ??= OfficeTime.DateOf(heldAt);
        Place = Place.Length == 0 ? talk.Place : Place;
        Talkers = Talkers.Length == 0 ? context.Facts.People.FirstOrDefault(person => person.Id == talk.InterviewerId)?.Name ?? "" : Talkers;
    }

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.Date("heldOn", HeldOn, "谈话日期");
        problems.When(HeldOn > context.Today, "heldOn", "谈话日期晚于今天，请在谈话后登记。");
        problems.Text("place", Place, "谈话地点", 200);
        problems.Text("talkers", Talkers, "谈话人", 200);
        problems.Text("record", Record, "谈话记录");
        problems.Date("improveBy", ImproveBy, "改进期限");
        problems.When(ImproveBy <= context.Today, "improveBy", "改进期限必须晚于今天，请改期。");
    }
}
