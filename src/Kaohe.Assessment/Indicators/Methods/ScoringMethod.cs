using System.Text.Json.Serialization;

namespace Kaohe.Assessment.Indicators.Methods;

/// <summary>How a certified figure becomes a score from 0 to 100. One class a method; its numbers are data of the indicator.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CompletionRate), "completionRate")]
[JsonDerivedType(typeof(EfficacyCoefficient), "efficacyCoefficient")]
[JsonDerivedType(typeof(GrowthMix), "growthMix")]
[JsonDerivedType(typeof(RatioToBest), "ratioToBest")]
[JsonDerivedType(typeof(RankLadder), "rankLadder")]
[JsonDerivedType(typeof(BandTable), "bandTable")]
[JsonDerivedType(typeof(Deduction), "deduction")]
public abstract record ScoringMethod
{
    /// <summary>The score of an indicator that is fully reached.</summary>
    public const decimal Full = 100m;

    /// <summary>Chinese name.</summary>
    public abstract string Name { get; }

    /// <summary>Where the method comes from.</summary>
    public abstract string Citation { get; }

    /// <summary>True when a unit cannot be scored without a target.</summary>
    public virtual bool NeedsTarget => false;

    /// <summary>Every problem with the method's own numbers, with the path inside the method.</summary>
    public abstract IEnumerable<Problem> Check();

    /// <summary>Scores one figure, or refuses with a reason; it never guesses.</summary>
    public abstract MethodOutcome Score(MethodInput input);
}
