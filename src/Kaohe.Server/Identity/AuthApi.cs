using Kaohe.Server.Shell.Http;

namespace Kaohe.Server.Identity;

/// <summary>What a program sends to sign in.</summary>
/// <param name="UserName">Name of the account.</param>
/// <param name="Password">The password.</param>
public sealed record SignInRequest(string? UserName, string? Password);

/// <summary>Who is signed in, as programs see it.</summary>
/// <param name="PersonId">Id of the person.</param>
/// <param name="Name">Name as shown.</param>
/// <param name="Roles">Role codes.</param>
/// <param name="UnitIds">Bodies that the person belongs to.</param>
public sealed record SignedInPerson(string PersonId, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> UnitIds);

/// <summary>Sign-in for programs and tests: the same cookie as the page gives.</summary>
internal static class AuthApi
{
    public static void MapAuthApi(this IEndpointRouteBuilder endpoints)
    {
        var auth = endpoints.MapGroup("/api/auth");
        auth.MapPost("/sign-in", async (SignInRequest request, SignInDesk desk) =>
            await desk.SignInAsync(request.UserName, request.Password, remember: false) is { Count: > 0 } problems
                ? (IResult)Problems.Invalid(problems)
                : TypedResults.NoContent()).AllowAnonymous();
        auth.MapPost("/sign-out", async (SignInDesk desk) =>
        {
            await desk.SignOutAsync();
            return TypedResults.NoContent();
        });
        auth.MapGet("/me", async (ICurrentActor current, CancellationToken cancellationToken) =>
        {
            var actor = await current.GetAsync(cancellationToken);
            return new SignedInPerson(actor.Id, actor.Name, actor.Person.Roles, [.. actor.Person.UnitIds]);
        });
    }
}
