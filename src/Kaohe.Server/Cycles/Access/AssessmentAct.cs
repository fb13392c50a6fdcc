namespace Kaohe.Server.Cycles.Access;

/// <summary>What a person may want to do with the records of the assessment.</summary>
public enum AssessmentAct
{
    /// <summary>See the year, its scheme and its indicators.</summary>
    SeeCycle,

    /// <summary>See lists over all units.</summary>
    SeeAllUnits,

    /// <summary>See a unit with its people, targets and readings.</summary>
    SeeUnit,

    /// <summary>See the scores, grades and consequences of all units.</summary>
    SeeAllResults,

    /// <summary>See a unit's score, grade and consequences.</summary>
    SeeUnitResult,

    /// <summary>See whom the results suggest to promote: the 市委's to decide, not the unit's to know beforehand.</summary>
    SeePromotionAdvice,

    /// <summary>See the record of a 诫勉谈话.</summary>
    SeeAdmonition,

    /// <summary>Change units and officials, one by one or by import.</summary>
    EditUnits,

    /// <summary>Make a year, write its scheme, indicators and targets.</summary>
    EditCycle,

    /// <summary>Put the 领导组's approval of a scheme on record.</summary>
    ApproveScheme,

    /// <summary>Put the 领导组's approval of the units' targets on record.</summary>
    ApproveTargets,

    /// <summary>Start the annual flow, or the one that sets the year's targets.</summary>
    StartCycle,

    /// <summary>Report or correct a unit's reading.</summary>
    ReportReading,

    /// <summary>Certify readings as the data department that the unit is.</summary>
    CertifyReading,

    /// <summary>Enter a unit's tally.</summary>
    EnterTally,

    /// <summary>Confirm or dispute a unit's tally.</summary>
    CheckTally,

    /// <summary>Record 加减分, 一票否决, 免考, and decisions about floors.</summary>
    RecordEntries,

    /// <summary>Compute scores and propose grades.</summary>
    ComputeResults,

    /// <summary>Decide grades.</summary>
    DecideGrades,

    /// <summary>Put grades of officials on record.</summary>
    GradeOfficials,

    /// <summary>Open a 整改, send it on in the office, close it.</summary>
    RunRectification,

    /// <summary>Hand in a unit's 整改报告.</summary>
    SubmitRectification,

    /// <summary>Approve a 整改报告 or send it back as a leader.</summary>
    ApproveRectification,

    /// <summary>Check on the spot whether a unit's 整改 was carried out.</summary>
    RecheckRectification,

    /// <summary>Arrange and record a 诫勉谈话.</summary>
    HoldAdmonition,
}
