using System.Text.Json;
using System.Text.Json.Serialization;
using Kaohe.Office.People;

namespace Kaohe.Office.Tasks.Signing;

/// <summary>One signer's place in a round.</summary>
public sealed record SigningSeat
{
    /// <summary>Id within the round.</summary>
    public required string Id { get; init; }

    /// <summary>The signer; whoever stands in gets the task.</summary>
    public required PersonRef Person { get; init; }

    /// <summary>Turn, for <see cref="SigningMode.InTurn"/>; equal numbers answer together.</summary>
    public int Order { get; init; }

    /// <summary>Where it stands.</summary>
    public SeatState State { get; init; }

    /// <summary>For a signer added before or after: whose.</summary>
    public string? AnchorId { get; init; }

    /// <summary>How it was added; none for an original signer.</summary>
    public SeatPlacement? Placement { get; init; }

    /// <summary>Who added it; none for an original signer.</summary>
    public PersonRef? AddedBy { get; init; }

    /// <summary>Counts the times it was asked.</summary>
    public int Attempt { get; init; }

    /// <summary>Its task, once its turn has come.</summary>
    public string? TaskId { get; init; }

    /// <summary>Place of its answer among the answers.</summary>
    public int? AnswerNumber { get; init; }

    /// <summary>Its answer.</summary>
    public string? OutcomeCode { get; init; }

    /// <summary>Who answered for it.</summary>
    public PersonRef? SignedBy { get; init; }

    /// <summary>Its opinion.</summary>
    public string? Opinion { get; init; }

    /// <summary>What it filled in.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>Whether it still counts and has not answered.</summary>
    [JsonIgnore]
    public bool IsPending => State is SeatState.Waiting or SeatState.Open;
}
