using System.Text.Json;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Http;

/// <summary>Reads bodies that hold a drawing: nested as deep as the engine allows, which is deeper than other endpoints do.</summary>
internal static class ElsaBody
{
    /// <summary>The body.</summary>
    /// <exception cref="DefinitionException">It is no JSON of that kind, too deep or too large.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > DefinitionJson.MaxBytes)
        {
            throw new DefinitionException("$", $"流程超过 {DefinitionJson.MaxBytes / 1024 / 1024} MB 的上限。请拆分流程，或用子流程。");
        }

        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, ElsaJson.Options, cancellationToken) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new DefinitionException("$", $"提交的内容不是流程定义，或嵌套超过 {DefinitionJson.MaxDepth} 层。请刷新页面后重试。");
        }
    }
}
