namespace Kaohe.Activities.Plans;

/// <summary>What an item of a plan does.</summary>
public enum PlanItemKind
{
    /// <summary>Opens human tasks.</summary>
    Tasks,

    /// <summary>Drafts and issues a document.</summary>
    Document,

    /// <summary>Makes a PDF letter for each unit.</summary>
    Letters,

    /// <summary>Issues a document that exists.</summary>
    Issue,

    /// <summary>Waits for a period to pass.</summary>
    Wait,

    /// <summary>Computes scores and ranks.</summary>
    Scores,

    /// <summary>Proposes grades.</summary>
    Proposal,

    /// <summary>Puts the decided grades on record.</summary>
    Grades,
}

/// <summary>For whom an item is opened.</summary>
public enum PlanScope
{
    /// <summary>Once.</summary>
    Once,

    /// <summary>For each unit of the activity's audience.</summary>
    Audience,

    /// <summary>For each data department.</summary>
    Certifiers,

    /// <summary>For each 考核组.</summary>
    Teams,

    /// <summary>For each leader.</summary>
    Leaders,
}

/// <summary>What the flow puts into a field of a template.</summary>
public enum PlanField
{
    /// <summary>First day of the step.</summary>
    Start,

    /// <summary>Last day of the step; where it leaves time for others after its units, last day of the units.</summary>
    Deadline,

    /// <summary>Last day of what is done after the units' last day.</summary>
    Afterwards,

    /// <summary>What the round looks at, in words: 第二季度, 11月, 1—2月.</summary>
    Period,

    /// <summary>Text of the whole audience: 各县市区、市直各部门(单位).</summary>
    Audience,
}
