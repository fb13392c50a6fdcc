namespace Kaohe.Assessment.Schemes;

/// <summary>The parts that make up a unit's composite score.</summary>
public enum CompositeComponent
{
    /// <summary>目标任务: the indicator tree.</summary>
    Targets,

    /// <summary>民主测评.</summary>
    Ballots,

    /// <summary>民意调查.</summary>
    Survey,

    /// <summary>社会评价.</summary>
    Social,

    /// <summary>领导评价.</summary>
    Leaders,
}

/// <summary>A component and its share of the composite.</summary>
/// <param name="Component">The component.</param>
/// <param name="Weight">Percent; all components together make 100.</param>
public sealed record ComponentWeight(CompositeComponent Component, decimal Weight);

/// <summary>Chinese names of the components.</summary>
public static class ComponentNames
{
    /// <summary>The component's name.</summary>
    public static string Of(CompositeComponent component) => component switch
    {
        CompositeComponent.Targets => "目标任务",
        CompositeComponent.Ballots => "民主测评",
        CompositeComponent.Survey => "民意调查",
        CompositeComponent.Social => "社会评价",
        _ => "领导评价",
    };
}
