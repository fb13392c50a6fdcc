namespace Kaohe.Server.Elsa.Access;

/// <summary>What somebody wants from the flow designer.</summary>
public enum DesignerAct
{
    /// <summary>Look at flows and at what they did.</summary>
    View,

    /// <summary>Change flows, run them, end or delete instances.</summary>
    Edit,
}
