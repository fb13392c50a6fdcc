using Kaohe.Server.Shell.Hosting;

namespace Kaohe.Server.Verify;

/// <summary>The public page that checks a paper.</summary>
public sealed class VerifyFeature : ServerFeature
{
    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<VerifyDesk>();
}
