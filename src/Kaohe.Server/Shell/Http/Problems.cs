using Kaohe.Workflows.Definitions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kaohe.Server.Shell.Http;

/// <summary>One thing that is wrong with a request, as every endpoint tells it and every page shows it.</summary>
/// <param name="Path">Where: the field's path; empty when it concerns the whole.</param>
/// <param name="Message">Chinese: what is wrong and what to do.</param>
/// <param name="Code">Stable name of the broken rule for programs; empty when it has none.</param>
public sealed record FieldProblem(string Path, string Message, string Code = "");

/// <summary>The one place that makes ProblemDetails: Chinese title and detail, all field problems at once, never a stack trace.</summary>
public static class Problems
{
    /// <summary>Key of the list of <see cref="FieldProblem"/> among the extensions of an answer.</summary>
    public const string Extension = "problems";

    private static readonly Dictionary<int, (string Title, string Detail)> _texts = new()
    {
        [StatusCodes.Status400BadRequest] = ("请求无法识别", "提交的内容格式不对，请检查后重试。"),
        [StatusCodes.Status401Unauthorized] = ("请先登录", "登录后才能使用。登录可能已过期，请重新登录。"),
        [StatusCodes.Status403Forbidden] = ("没有权限", "您的角色不能做这件事。如确需办理，请联系考核办。"),
        [StatusCodes.Status404NotFound] = ("没有找到", "要找的内容不存在，或已被删除。"),
        [StatusCodes.Status405MethodNotAllowed] = ("不支持这种操作", "这个地址不支持这种操作。"),
        [StatusCodes.Status409Conflict] = ("内容已被他人更改", "别人刚刚改了同一内容，请刷新后再办。"),
        [StatusCodes.Status413PayloadTooLarge] = ("内容太大", "上传的内容超过上限，请压缩或分批提交。"),
        [StatusCodes.Status415UnsupportedMediaType] = ("格式不支持", "请以 JSON 提交。"),
        [StatusCodes.Status422UnprocessableEntity] = ("内容不符合要求", "请按提示逐项更正后再提交。"),
        [StatusCodes.Status429TooManyRequests] = ("操作太频繁", "请稍候再试。"),
        [StatusCodes.Status500InternalServerError] = ("系统出错", "系统没有完成这次操作，您的内容没有改变。请稍后重试；仍不行请把下面的编号告诉管理员。"),
        [StatusCodes.Status503ServiceUnavailable] = ("系统正忙", "系统暂时不能处理，请稍后重试。"),
    };

    /// <summary>Title and detail of a status; a general sentence for statuses that are not listed.</summary>
    /// <param name="status">HTTP status.</param>
    public static (string Title, string Detail) TextOf(int status) =>
        _texts.TryGetValue(status, out var text) ? text : ("没有完成", "这次操作没有完成，请返回后重试。");

    /// <summary>The details of a status.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="detail">What is wrong and what to do; null for the status's own sentence.</param>
    /// <param name="problems">Problems of single fields.</param>
    public static ProblemDetails Details(int status, string? detail = null, IEnumerable<FieldProblem>? problems = null)
    {
        var (title, general) = TextOf(status);
        var details = new ProblemDetails { Status = status, Title = title, Detail = detail ?? general };
        if (problems?.ToList() is { Count: > 0 } list)
        {
            details.Extensions[Extension] = list;
            details.Detail = detail ?? $"有 {list.Count} 处需要更正：{string.Join("；", list.Take(3).Select(problem => problem.Message))}";
        }

        return details;
    }

    /// <summary>An answer with a status.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="detail">What is wrong and what to do; null for the status's own sentence.</param>
    public static ProblemHttpResult Result(int status, string? detail = null) => TypedResults.Problem(Details(status, detail));

    /// <summary>Answer 422 with every problem.</summary>
    /// <param name="problems">Problems of fields.</param>
    public static ProblemHttpResult Invalid(IEnumerable<FieldProblem> problems) =>
        TypedResults.Problem(Details(StatusCodes.Status422UnprocessableEntity, problems: problems));

    /// <summary>Problems of the office's rules.</summary>
    /// <param name="problems">What the rules found.</param>
    public static IEnumerable<FieldProblem> From(IEnumerable<Kaohe.Office.Problem> problems) =>
        problems.Select(problem => new FieldProblem(problem.Path, problem.Message, problem.Code));

    /// <summary>Problems of the assessment's rules.</summary>
    /// <param name="problems">What the rules found.</param>
    public static IEnumerable<FieldProblem> From(IEnumerable<Kaohe.Assessment.Problem> problems) =>
        problems.Select(problem => new FieldProblem(problem.Path, problem.Message));

    /// <summary>Problems of a workflow definition.</summary>
    /// <param name="problems">What the checks found.</param>
    public static IEnumerable<FieldProblem> From(IEnumerable<DefinitionProblem> problems) =>
        problems.Select(problem => new FieldProblem(problem.Path, problem.Message, problem.IsError ? "error" : "warning"));
}
