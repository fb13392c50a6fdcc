using System.Reflection;
using System.Text.Json;
using Kaohe.Assessment;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kaohe.Server.Cycles.Api;

/// <summary>What the endpoints of the assessment have in common.</summary>
internal static class AssessmentApi
{
    /// <summary>A group of endpoints under <c>/api/cycles/{year}</c>.</summary>
    public static RouteGroupBuilder MapYear(this IEndpointRouteBuilder endpoints, string path = "") => endpoints.MapAssessment("/api/cycles/{year:int}" + path);

    /// <summary>A group of endpoints. Uploads carry no form token; the same-origin guard stands before every endpoint.</summary>
    public static RouteGroupBuilder MapAssessment(this IEndpointRouteBuilder endpoints, string path) => endpoints.MapGroup(path).DisableAntiforgery();

    /// <summary>A record as JSON.</summary>
    public static JsonHttpResult<T> Json<T>(T value) => TypedResults.Json(value, AssessmentJson.Options);
}

/// <summary>A request's body as a record of the assessment (<see cref="AssessmentJson"/>).</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Value">The record.</param>
internal sealed record Body<T>(T Value)
{
    /// <summary>Reads the body.</summary>
    /// <exception cref="BadHttpRequestException">It is no such record.</exception>
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        try
        {
            var value = await JsonSerializer.DeserializeAsync<T>(context.Request.Body, AssessmentJson.Options, context.RequestAborted);
            return value is null ? throw new BadHttpRequestException("The body is null.") : new Body<T>(value);
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException(exception.Message, exception);
        }
    }
}
