using Kaohe.Server.Shell.Hosting;

namespace Kaohe.Server.Signatures;

/// <summary>签名图片: the picture that stands for a person's written signature on papers that have a place for one.</summary>
public sealed class SignaturesFeature : ServerFeature
{
    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<SignaturePictures>();

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapSignatureApi();
}
