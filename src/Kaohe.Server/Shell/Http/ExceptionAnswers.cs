using Kaohe.Assessment;
using Kaohe.Server.Cycles.Access;
using Kaohe.Storage.Lane;
using Kaohe.Workflows.Definitions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Kaohe.Server.Shell.Http;

/// <summary>Turns an exception that reached the edge into an answer: programs get ProblemDetails, people a page with a number to tell.</summary>
/// <param name="answers">Writes ProblemDetails.</param>
/// <param name="logger">Keeps the exception itself.</param>
public sealed class ExceptionAnswers(IProblemDetailsService answers, ILogger<ExceptionAnswers> logger) : IExceptionHandler
{
    /// <summary>What an exception means for whoever asked; null when only the log may know.</summary>
    /// <param name="exception">The exception.</param>
    public static ProblemDetails? Explain(Exception exception) => exception switch
    {
        RulesBrokenException broken => Problems.Details(StatusCodes.Status422UnprocessableEntity, problems: Problems.From(broken.Problems)),
        DefinitionException definition => Problems.Details(StatusCodes.Status422UnprocessableEntity, problems: Problems.From(definition.Problems)),
        RefusedException refused => Problems.Details(refused.Status, refused.Message),
        ConflictException => Problems.Details(StatusCodes.Status409Conflict),
        BadHttpRequestException bad => Problems.Details(bad.StatusCode),
        _ => null,
    };

    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var details = Explain(exception);
        if (details is null)
        {
            logger.LogError(exception, "{Method} {Path} failed.", httpContext.Request.Method, httpContext.Request.Path);
            details = Problems.Details(StatusCodes.Status500InternalServerError);
        }

        httpContext.Response.StatusCode = details.Status!.Value;
        if (!ApiPaths.IsApi(httpContext))
        {
            return true; // the status page follows
        }

        return await answers.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = details });
    }
}
