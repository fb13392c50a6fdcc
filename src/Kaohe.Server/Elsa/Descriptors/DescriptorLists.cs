using Kaohe.Server.Elsa.Http;

namespace Kaohe.Server.Elsa.Descriptors;

/// <summary>The short lists that Studio's panels offer. The names are Elsa's, so that drawings can be exchanged; the engine knows what each means.</summary>
internal static class DescriptorLists
{
    private const string Basic = "基本类型";
    private const string Structured = "数据结构";

    public static ElsaList<FeatureModel> Features { get; } = ElsaList<FeatureModel>.Of(
        [new FeatureModel("RealTimeWorkflowUpdates", "Elsa", "Elsa.RealTimeWorkflowUpdates", "实时更新", "流程实例的进展即时显示。")]);

    public static ElsaList<ExpressionModel> Expressions { get; } = ElsaList<ExpressionModel>.Of(
    [
        new("Literal", "直接填写", IsBrowsable: false, Language: null),
        new("Object", "对象", IsBrowsable: false, "json"),
        new("Json", "JSON", IsBrowsable: false, "json"),
        new("Variable", "变量", IsBrowsable: true, Language: null),
        new("Input", "流程输入", IsBrowsable: true, Language: null),
        new("JavaScript", "JavaScript", IsBrowsable: true, "javascript"),
        new("Liquid", "Liquid", IsBrowsable: true, "liquid"),
    ]);

    public static ElsaList<StorageDriverModel> StorageDrivers { get; } = ElsaList<StorageDriverModel>.Of(
        [new("WorkflowInstanceStorageDriver", "随流程实例保存", 5), new("MemoryStorageDriver", "只在内存", 0)]);

    public static ElsaList<VariableTypeModel> VariableTypes { get; } = ElsaList<VariableTypeModel>.Of(
    [
        new("String", "文本", Basic),
        new("Boolean", "是否", Basic),
        new("Int32", "整数", Basic),
        new("Int64", "长整数", Basic),
        new("Double", "小数", Basic),
        new("Decimal", "精确小数（分值）", Basic),
        new("DateTimeOffset", "日期时间", Basic),
        new("DateTime", "日期时间（无时区）", Basic),
        new("DateOnly", "日期", Basic),
        new("TimeSpan", "时长", Basic),
        new("Guid", "唯一编号", Basic),
        new("Object", "任意值", Structured),
        new("ObjectDictionary", "名称与值", Structured),
    ]);

    public static ElsaList<StrategyModel> Activation { get; } = ElsaList<StrategyModel>.Of(
    [
        Activates("AllowAlwaysStrategy", "总是允许", "每次都可以启动新的实例。"),
        Activates("SingletonStrategy", "同时一个", "已有实例在运行时不再启动。"),
        Activates("CorrelationStrategy", "每个关联编号一个", "同一关联编号已有实例在运行（不论哪个流程）时不再启动。"),
        Activates("CorrelatedSingletonStrategy", "本流程每个关联编号一个", "本流程同一关联编号已有实例在运行时不再启动。"),
    ]);

    public static ElsaList<StrategyModel> Incidents { get; } = ElsaList<StrategyModel>.Of(
    [
        new("Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core", "出错即停", "一个活动出错，整个实例停下，由管理员重试。"),
        new("Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core", "记录并继续", "只停出错的那一路，其他路继续。"),
    ]);

    public static ElsaList<StrategyModel> LogPersistence { get; } = ElsaList<StrategyModel>.Of(
        [new("Elsa.Workflows.LogPersistence.Strategies.Include, Elsa.Workflows.Core", "记录", "输入和输出都写入执行记录。")]);

    public static ElsaList<CommitModel> Commits { get; } = ElsaList<CommitModel>.Of(
        [new("WorkflowExecuted", "每次运行后保存", "一次运行到等待或结束时，全部结果在一个事务里保存。")]);

    private static StrategyModel Activates(string type, string name, string description) =>
        new($"Elsa.Workflows.Runtime.ActivationValidators.{type}, Elsa.Workflows.Runtime", name, description);
}

/// <summary>A feature of the server.</summary>
internal sealed record FeatureModel(string Name, string Namespace, string FullName, string DisplayName, string Description);

/// <summary>An expression language.</summary>
internal sealed record ExpressionModel(string Type, string DisplayName, bool IsBrowsable, [property: System.Text.Json.Serialization.JsonIgnore] string? Language)
{
    public bool IsSerializable => true;

    public IReadOnlyDictionary<string, string> Properties => Language is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["MonacoLanguage"] = Language };
}

/// <summary>Where values live between bursts.</summary>
internal sealed record StorageDriverModel(string TypeName, string DisplayName, int Priority)
{
    public bool Deprecated => false;
}

/// <summary>A type of variables, inputs and outputs.</summary>
internal sealed record VariableTypeModel(string TypeName, string DisplayName, string Category)
{
    public string? Description => null;
}

/// <summary>A strategy by its type name.</summary>
internal sealed record StrategyModel(string TypeName, string DisplayName, string Description);

/// <summary>A commit strategy by its name.</summary>
internal sealed record CommitModel(string Name, string DisplayName, string Description);
