using Kaohe.Server.Shell.Navigation;
using Kaohe.Server.Shell.Tours;
using Kaohe.Server.Shell.Workbench;

namespace Kaohe.Server.Shell.Hosting;

/// <summary>Every <see cref="ServerFeature"/> of this assembly and what they show together.</summary>
public sealed class FeatureCatalog
{
    private FeatureCatalog(IReadOnlyList<ServerFeature> features)
    {
        Features = features;
        Navigation = [.. features.SelectMany(feature => feature.Navigation).OrderBy(entry => entry.Area.Order).ThenBy(entry => entry.Order)];
        Widgets = [.. features.SelectMany(feature => feature.Widgets).OrderBy(widget => widget.Order)];
        TopBar = [.. features.SelectMany(feature => feature.TopBar)];
        Tour = [.. features.SelectMany(feature => feature.Tour).OrderBy(step => step.Order)];
    }

    /// <summary>The features, ordered by name.</summary>
    public IReadOnlyList<ServerFeature> Features { get; }

    /// <summary>All navigation entries in the order in which they are shown.</summary>
    public IReadOnlyList<NavigationEntry> Navigation { get; }

    /// <summary>All workbench widgets in the order in which they are shown.</summary>
    public IReadOnlyList<WorkbenchWidget> Widgets { get; }

    /// <summary>Components in the top bar.</summary>
    public IReadOnlyList<Type> TopBar { get; }

    /// <summary>All steps of the guided tour in order.</summary>
    public IReadOnlyList<TourStep> Tour { get; }

    /// <summary>Finds the features.</summary>
    public static FeatureCatalog Find() => new(
    [
        .. typeof(FeatureCatalog).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsSubclassOf(typeof(ServerFeature)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (ServerFeature)Activator.CreateInstance(type)!),
    ]);
}
