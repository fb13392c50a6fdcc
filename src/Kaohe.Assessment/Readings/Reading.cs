using Kaohe.Assessment.Indicators.Methods;

namespace Kaohe.Assessment.Readings;

/// <summary>完成值: a unit's figure for an indicator, as reported and certified. A changed figure keeps its history.</summary>
public sealed record Reading
{
    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The 二级指标.</summary>
    public required string IndicatorCode { get; init; }

    /// <summary>The period it is for, for example 2026 or 2026Q3.</summary>
    public required string Period { get; init; }

    /// <summary>The figure, in the indicator's measure.</summary>
    public required decimal Value { get; init; }

    /// <summary>What shows that the figure is true.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Who certified it; empty while nobody has.</summary>
    public Certification? Certification { get; init; }

    /// <summary>Why the data department did not certify it; empty while it has not refused, and when it has certified since.</summary>
    public CertificationRefusal? Refusal { get; init; }

    /// <summary>Deductions, for indicators scored by 扣分法.</summary>
    public IReadOnlyList<DeductionEntry> Deductions { get; init; } = [];

    /// <summary>Earlier figures, oldest first.</summary>
    public IReadOnlyList<ReadingChange> History { get; init; } = [];

    /// <summary>What makes the figure count; anything broken here means it counts as not done.</summary>
    public IReadOnlyList<Rule> CountingRules => [new ReadingIsCertifiedRule(this), new ReadingHasEvidenceRule(this)];

    /// <summary>True when the figure counts.</summary>
    public bool Counts => CountingRules.All(rule => !rule.IsBroken());

    /// <summary>Certifies the figure.</summary>
    /// <exception cref="RulesBrokenException">Another department than the indicator's, or no evidence.</exception>
    public Reading Certify(Certification certification, string certifierUnitId)
    {
        Rule.CheckAll([new OnlyDataDepartmentCertifiesRule(certification, certifierUnitId), new ReadingHasEvidenceRule(this)]);
        return this with { Certification = certification, Refusal = null };
    }

    /// <summary>The data department does not certify the figure, or takes its certification back; it counts as not done.</summary>
    /// <exception cref="RulesBrokenException">Another department than the indicator's, or no reason.</exception>
    public Reading Refuse(CertificationRefusal refusal, string certifierUnitId)
    {
        Rule.CheckAll(
        [
            new OnlyDataDepartmentCertifiesRule(new Certification(refusal.UnitId, refusal.By, refusal.At), certifierUnitId),
            new ReasonRequiredRule("reason", refusal.Reason, "不予认定"),
        ]);
        return this with { Certification = null, Refusal = refusal };
    }

    /// <summary>Changes the figure. The old one goes into the history, and the new one has to be certified again.</summary>
    /// <exception cref="RulesBrokenException">The reason is missing.</exception>
    public Reading Correct(decimal value, string reason, string by, DateTimeOffset at)
    {
        Rule.CheckAll([new ReasonRequiredRule("reason", reason, "修改完成值")]);
        return this with
        {
            Value = value,
            Certification = null,
            Refusal = null,
            History = [.. History, new ReadingChange(Value, value, reason, by, at)],
        };
    }
}

/// <summary>佐证材料.</summary>
/// <param name="Title">What it is.</param>
/// <param name="FileId">The stored file; empty for a public source that the title names.</param>
public sealed record Evidence(string Title, string? FileId = null);

/// <summary>数据认定.</summary>
/// <param name="UnitId">The data department.</param>
/// <param name="By">The person who signed.</param>
/// <param name="At">When.</param>
public sealed record Certification(string UnitId, string By, DateTimeOffset At);

/// <summary>不予认定.</summary>
/// <param name="UnitId">The data department.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">The person who refused.</param>
/// <param name="At">When.</param>
public sealed record CertificationRefusal(string UnitId, string Reason, string By, DateTimeOffset At);

/// <summary>A change of a figure.</summary>
/// <param name="From">The old figure.</param>
/// <param name="To">The new figure.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who changed it.</param>
/// <param name="At">When.</param>
public sealed record ReadingChange(decimal From, decimal To, string Reason, string By, DateTimeOffset At);
