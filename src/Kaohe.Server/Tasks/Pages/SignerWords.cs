using Kaohe.Office.Tasks.Signing;
using Kaohe.Server.Shell.Components;

namespace Kaohe.Server.Tasks.Pages;

/// <summary>How rounds of signatures are worded.</summary>
internal static class SignerWords
{
    /// <summary>Title of the list of signers: the mode, with the rule that decides.</summary>
    public static string Title(SigningRound round) => round.Mode switch
    {
        SigningMode.All when round.Seats.Count > 1 => "会签（全部同意才通过）",
        SigningMode.All => "签署人",
        SigningMode.Any => "或签（一人办理即定）",
        SigningMode.Count => $"会签（{round.RequiredCount}人同意即通过）",
        _ => "依次签署（前一人同意后轮到下一人）",
    };

    /// <summary>Where the round stands, with the row of the rules that made it so.</summary>
    public static string State(SigningRound round)
    {
        var counted = round.Seats.Where(seat => seat.State != SeatState.Removed).ToList();
        var agreed = counted.Count(seat => seat.State == SeatState.Agreed);
        return round.State switch
        {
            RoundState.Running => $"{agreed}人已同意，{counted.Count(seat => seat.IsPending)}人未签。",
            RoundState.Paused => $"{round.Seat(round.PausedBySeatId!)?.Person.Name}已退回，等待重新提交；其他人暂停签署。",
            RoundState.Passed when round.Mode == SigningMode.Any => "已通过：有一人同意。",
            RoundState.Passed when round.Mode == SigningMode.Count => $"已通过：{agreed}人同意，达到{round.RequiredCount}人。",
            RoundState.Passed => "已通过：全部同意。",
            RoundState.Refused when round.Mode == SigningMode.Count => $"未通过：同意人数已不可能达到{round.RequiredCount}人。",
            RoundState.Refused => "未通过：有人不同意。",
            _ => "考核办已关闭，没有足够的人签署。",
        };
    }

    /// <summary>Where a signer stands.</summary>
    public static (StateTone Tone, string Text) Seat(SeatState state) => state switch
    {
        SeatState.Waiting => (StateTone.Idle, "未轮到"),
        SeatState.Open => (StateTone.Active, "待签"),
        SeatState.Agreed => (StateTone.Done, "同意"),
        SeatState.Refused => (StateTone.Returned, "不同意"),
        SeatState.Removed => (StateTone.Idle, "已减签"),
        _ => (StateTone.Idle, "不需签"),
    };
}
