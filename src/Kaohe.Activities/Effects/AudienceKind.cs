namespace Kaohe.Activities.Effects;

/// <summary>What one task or document is opened for each of.</summary>
public enum AudienceKind
{
    /// <summary>Every assessed unit of the year; the key is the unit's id.</summary>
    All,

    /// <summary>Every 县市区; the key is the unit's id.</summary>
    Counties,

    /// <summary>Every 市直部门(单位); the key is the unit's id.</summary>
    Departments,

    /// <summary>The listed units; the key is the unit's id.</summary>
    Units,

    /// <summary>Every data department that certifies figures of the year's indicators; the key is the department's unit id.</summary>
    Certifiers,

    /// <summary>Every 考核组; the key is the team's id.</summary>
    Team,

    /// <summary>考核办 as a whole, once; the key is <see cref="AudienceSpec.OnceKey"/>.</summary>
    Office,

    /// <summary>Every leader of the 领导组; the key is the person's id.</summary>
    Leaders,

    /// <summary>Once, for whom the role or post names; the key is <see cref="AudienceSpec.OnceKey"/>.</summary>
    Once,
}
