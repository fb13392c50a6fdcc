namespace Kaohe.Office.Tasks;

/// <summary>Numbers the office may change.</summary>
public sealed record TaskPolicy
{
    /// <summary>What we ship.</summary>
    public static TaskPolicy Default { get; } = new();

    /// <summary>催办: times a day one task may be urged.</summary>
    public int UrgesPerDay { get; init; } = 2;

    /// <summary>Working days to do a returned task again.</summary>
    public int RedoWorkingDays { get; init; } = 3;

    /// <summary>Whether a deadline stands still while the task waits for a resubmission.</summary>
    public bool PauseWhileReturned { get; init; } = true;
}
