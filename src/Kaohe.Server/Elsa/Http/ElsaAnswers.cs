using Kaohe.Server.Shell.Http;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Http;

/// <summary>How the Elsa API says no.</summary>
public static class ElsaAnswers
{
    /// <summary>
    /// Header with a Chinese sentence, percent-encoded, for the page around Studio: a thing that Studio itself has no place to say.
    /// </summary>
    public const string NoteHeader = "X-Kaohe-Note";

    private const int MostMessages = 20;

    /// <summary>Answer 400; Studio shows each message by itself and goes on.</summary>
    public static IResult Refused(params IEnumerable<string> messages)
    {
        List<string> all = [.. messages];
        if (all.Count > MostMessages)
        {
            all = [.. all.Take(MostMessages - 1), $"还有 {all.Count - MostMessages + 1} 处问题，请先改正以上各处。"];
        }

        return TypedResults.Json(
            new
            {
                Title = "没有完成",
                Status = StatusCodes.Status400BadRequest,
                Detail = string.Join(" ", all),
                Errors = new Dictionary<string, List<string>> { ["generalErrors"] = all },
            },
            ElsaJson.Options,
            "application/problem+json", // Elsa's client reads messages from this type only
            StatusCodes.Status400BadRequest);
    }

    /// <summary>Answer 400 with every error of a definition; warnings are not shown.</summary>
    public static IResult Refused(IEnumerable<DefinitionProblem> problems) => Refused(problems.Where(problem => problem.IsError).Select(problem => problem.Message).Distinct());

    /// <summary>Answer 404.</summary>
    public static IResult Missing(string text = "没有这个流程或版本，可能已被删除。") => Problems.Result(StatusCodes.Status404NotFound, text);

    /// <summary>Tells the page around Studio what Studio does not show.</summary>
    public static void Note(this HttpResponse response, string text) => response.Headers[NoteHeader] = Uri.EscapeDataString(text);
}
