namespace Kaohe.Server.Rectifications;

/// <summary>When, where and by whom a 诫勉谈话 is held.</summary>
/// <param name="HeldAt">Day and hour.</param>
/// <param name="Place">Where, in Chinese.</param>
/// <param name="InterviewerId">Who talks, by official id.</param>
public sealed record TalkArrangement(DateTimeOffset HeldAt, string Place, string InterviewerId);
