using Kaohe.Assessment.DemoCity;
using Kaohe.Server.Shell.Hosting;

namespace Kaohe.Server.Cycles.Demo;

/// <summary>The demo city, read once when first asked for.</summary>
public sealed class DemoCity
{
    private readonly Lazy<DemoCityData> _data = new(() => DemoCityLoader.Load(ProductFolders.Product("data/demo-city")));

    /// <summary>The city.</summary>
    public DemoCityData Data => _data.Value;
}
