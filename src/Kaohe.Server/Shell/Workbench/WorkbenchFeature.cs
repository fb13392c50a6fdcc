using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;

namespace Kaohe.Server.Shell.Workbench;

/// <summary>The page that everybody starts on.</summary>
public sealed class WorkbenchFeature : ServerFeature
{
    /// <inheritdoc />
    public override IEnumerable<NavigationEntry> Navigation => [new(NavigationArea.Workbench, "工作台", "/", 0)];
}
