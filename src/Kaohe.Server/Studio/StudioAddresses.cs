namespace Kaohe.Server.Studio;

/// <summary>Addresses of 流程设计: the portal's pages, and the documents that they hold in a frame.</summary>
public static class StudioAddresses
{
    /// <summary>Root of the documents and of the package's files.</summary>
    public const string Base = "/studio";

    /// <summary>The portal's list of flows.</summary>
    public const string Design = "/design/flows";

    /// <summary>The portal's list of running flows.</summary>
    public const string Running = "/design/instances";

    /// <summary>The portal's page of one flow.</summary>
    /// <param name="definitionId">The definition.</param>
    /// <param name="tab">A tab around the editor, e.g. <c>simulation</c>; null for the editor.</param>
    public static string Flow(string definitionId, string? tab = null) => $"{Design}/{Uri.EscapeDataString(definitionId)}{(tab is null ? null : "/" + tab)}";

    /// <summary>The portal's page of one instance with its diagram.</summary>
    /// <param name="instanceId">The instance.</param>
    public static string Instance(string instanceId) => $"{Running}/{Uri.EscapeDataString(instanceId)}";

    /// <summary>The diagram that shows where a unit stands; leads to an instance.</summary>
    /// <param name="year">The assessed year.</param>
    /// <param name="unitId">The unit; null for the year itself.</param>
    public static string Diagram(int year, string? unitId = null) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/design/diagrams/{year}{(unitId is null ? null : "/" + Uri.EscapeDataString(unitId))}");

    // Studio itself puts these paths below its base address into the address bar when somebody follows its links.
    internal const string DefinitionsPath = "/workflows/definitions";
    internal const string InstancesPath = "/workflows/instances";

    /// <summary>The document with Studio's list of flows.</summary>
    internal const string DefinitionList = Base + DefinitionsPath;

    /// <summary>The document with Studio's list of instances.</summary>
    internal const string InstanceList = Base + InstancesPath;

    /// <summary>The document with Studio's editor.</summary>
    /// <param name="definitionId">The definition.</param>
    internal static string Editor(string definitionId) => $"{DefinitionList}/{Uri.EscapeDataString(definitionId)}/edit";

    /// <summary>The document with Studio's viewer.</summary>
    /// <param name="instanceId">The instance.</param>
    internal static string Viewer(string instanceId) => $"{InstanceList}/{Uri.EscapeDataString(instanceId)}/view";
}
