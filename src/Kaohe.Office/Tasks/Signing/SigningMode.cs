namespace Kaohe.Office.Tasks.Signing;

/// <summary>How many signers must answer, and in what order.</summary>
public enum SigningMode
{
    /// <summary>会签: all must agree; one refusal decides.</summary>
    All,

    /// <summary>或签: the first answer decides.</summary>
    Any,

    /// <summary>n of m: decided when n agree, or can agree no more.</summary>
    Count,

    /// <summary>依次: one after the other by <see cref="SigningSeat.Order"/>; a refusal decides.</summary>
    InTurn,
}

/// <summary>Where an added signer stands.</summary>
public enum SeatPlacement
{
    /// <summary>前加签: answers before the signer, who waits.</summary>
    Before,

    /// <summary>后加签: answers after the signer has agreed.</summary>
    After,

    /// <summary>并加签: answers at the same time, as one of the signers.</summary>
    Beside,
}

/// <summary>Where a seat stands.</summary>
public enum SeatState
{
    /// <summary>Not its turn.</summary>
    Waiting,

    /// <summary>Its signer has a task.</summary>
    Open,

    /// <summary>Agreed.</summary>
    Agreed,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>减签, or closed by the office: it counts no more.</summary>
    Removed,

    /// <summary>The round was decided without it.</summary>
    NotNeeded,
}

/// <summary>Where a round stands.</summary>
public enum RoundState
{
    /// <summary>Signers are asked.</summary>
    Running,

    /// <summary>A signer sent the matter back.</summary>
    Paused,

    /// <summary>Enough agreed.</summary>
    Passed,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Ended by the office: not enough signers were left to agree.</summary>
    Closed,
}

/// <summary>What happens to earlier answers when a matter that was sent back comes again.</summary>
public enum AnswersAfterReturn
{
    /// <summary>They stand; who sent it back goes on.</summary>
    Keep,

    /// <summary>Everybody is asked again.</summary>
    AskAgain,
}
