namespace Kaohe.Server.Tasks.Forms;

/// <summary>What forms have to know of the assessment.</summary>
[Flags]
public enum FormNeeds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Indicators of the task's unit, with target and figure.</summary>
    Indicators = 1,

    /// <summary>Figures that wait for the task's unit as the data department.</summary>
    Certifications = 2,

    /// <summary>How the component of the task's kind is rated.</summary>
    Ballots = 4,

    /// <summary>等次建议.</summary>
    Proposals = 8,

    /// <summary>谈话安排 of the task's unit.</summary>
    Talks = 16,

    /// <summary>People of the task's unit.</summary>
    UnitPeople = 32,

    /// <summary>Leaders of the 领导组, and the 诫勉谈话 of the task's unit as it is arranged.</summary>
    Admonition = 64,

    /// <summary>Indicators that need a target, with what is in force and what was proposed; of the task's unit, or of all units.</summary>
    Targets = 128,

    /// <summary>Indicators of the task's unit that need a target, with what is in force.</summary>
    TargetsInForce = 256,

    /// <summary>By when a 考核预告 has to be out.</summary>
    Announcements = 512,

    /// <summary>When the task's unit is visited.</summary>
    Visit = 1024,

    /// <summary>整改 of the task's unit as it stands.</summary>
    Rectification = 2048,

    /// <summary>The problems that the unit's 整改通知书 lists.</summary>
    NoticeProblems = 4096,
}
