namespace Kaohe.Assessment.Grades;

/// <summary>
/// 领导班子 grade as an ordered code: <c>Good &gt; FairlyGood &gt; Average &gt; Poor</c>. Labels and aliases live in
/// <see cref="GradeLabel"/>; nothing compares label strings (the seed calls the lowest grade 差 once and 较差 three times).
/// </summary>
public enum Grade
{
    /// <summary>差, also written 较差.</summary>
    Poor,

    /// <summary>一般.</summary>
    Average,

    /// <summary>较好.</summary>
    FairlyGood,

    /// <summary>好.</summary>
    Good,
}

/// <summary>领导干部 grade, the other scale.</summary>
public enum PersonGrade
{
    /// <summary>不称职.</summary>
    Incompetent,

    /// <summary>基本称职.</summary>
    BasicallyCompetent,

    /// <summary>称职.</summary>
    Competent,

    /// <summary>优秀.</summary>
    Outstanding,
}
