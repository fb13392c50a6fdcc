namespace Kaohe.Server.Shell.Http;

/// <summary>Registers Chinese ProblemDetails for everything that fails.</summary>
internal static class ProblemRegistration
{
    public static IServiceCollection AddKaoheProblems(this IServiceCollection services)
    {
        services.AddExceptionHandler<ExceptionAnswers>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            var details = context.ProblemDetails;
            var (title, detail) = Problems.TextOf(details.Status ?? context.HttpContext.Response.StatusCode);
            // The framework's own answers come with English titles and a link that nobody needs.
            if (details.Type is not null || details.Detail is null)
            {
                details.Title = details.Detail is null || !IsChinese(details.Title) ? title : details.Title;
                details.Type = null;
            }

            details.Detail ??= detail;
            details.Extensions["traceId"] = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
        });
        return services;
    }

    private static bool IsChinese(string? text) => text?.Any(character => character is >= '\u4e00' and <= '\u9fff') == true;
}
