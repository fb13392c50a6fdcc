using Kaohe.Assessment;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Shell.Http;
using Kaohe.Server.Shell.Years;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace Kaohe.Server.Cycles.Components;

/// <summary>
/// A page about a year's records: knows the year (<c>?year=</c>, else the person's working year) and what the person may do, reads once for each
/// change of the address, and shows what stands against an act.
/// </summary>
public abstract class AssessmentPage : ComponentBase
{
    /// <summary>The year in the address.</summary>
    [SupplyParameterFromQuery(Name = "year")]
    public int? YearInAddress { get; set; }

    /// <summary>How to read and change.</summary>
    [Inject]
    protected AssessmentDesk Desk { get; set; } = default!;

    /// <summary>Says that something is done.</summary>
    [Inject]
    protected ISnackbar Messages { get; set; } = default!;

    /// <summary>Dialogs.</summary>
    [Inject]
    protected IDialogService Dialogs { get; set; } = default!;

    /// <summary>Addresses.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>The year of the page.</summary>
    protected int Year { get; private set; }

    /// <summary>What the person may do; null until it is known.</summary>
    protected AssessmentViewer? Viewer { get; private set; }

    /// <summary>Whether everything is read.</summary>
    protected bool IsReady { get; private set; }

    /// <summary>Why the page is not shown; null when it is.</summary>
    protected RefusedException? Refused { get; private set; }

    /// <summary>What stands against the last act.</summary>
    protected IReadOnlyList<FieldProblem> Problems { get; set; } = [];

    /// <summary>Whether an act is under way; its button waits.</summary>
    protected bool IsBusy { get; private set; }

    [Inject]
    private WorkYear WorkYear { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>Whether the person may do something.</summary>
    protected bool May(AssessmentAct act, string? unitId = null) => Viewer?.May(act, unitId) == true;

    /// <summary>Reads what the page shows; throws <see cref="RefusedException"/> when the person may not see it.</summary>
    protected abstract Task LoadAsync(KaoheDb db, Actor actor, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        Year = YearInAddress ?? await WorkYear.GetAsync((await Authentication).User);
        await ReloadAsync();
    }

    /// <summary>Reads again.</summary>
    protected async Task ReloadAsync()
    {
        try
        {
            await Desk.ReadAsync(async (db, actor, cancel) =>
            {
                Viewer = await db.ViewerAsync(actor, Year, cancel);
                await LoadAsync(db, actor, cancel);
                return true;
            });
            Refused = null;
        }
        catch (RefusedException refused)
        {
            Refused = refused;
        }

        IsReady = true;
    }

    /// <summary>Does something and reads again; what stands against it is shown and nothing has changed.</summary>
    /// <param name="act">What is done.</param>
    /// <param name="done">What to say afterwards; null for nothing.</param>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> TryAsync(Func<Task> act, string? done)
    {
        if (IsBusy)
        {
            return false;
        }

        IsBusy = true;
        try
        {
            await act();
            Problems = [];
        }
        catch (Exception exception) when (AssessmentProblems.Of(exception) is { } problems)
        {
            Problems = problems;
            return false;
        }
        finally
        {
            IsBusy = false;
        }

        if (done is not null)
        {
            Messages.Add(done, Severity.Success);
        }

        await ReloadAsync();
        return true;
    }
}

/// <summary>What a person is told when an act is refused.</summary>
public static class AssessmentProblems
{
    /// <summary>The problems; null for a failure that a person cannot mend.</summary>
    public static IReadOnlyList<FieldProblem>? Of(Exception exception) => exception switch
    {
        RulesBrokenException broken => [.. Problems.From(broken.Problems)],
        RefusedException refused => [new FieldProblem("", refused.Message)],
        ConflictException => [new FieldProblem("", "别人刚刚改了同一内容，请刷新后再办。")],
        _ => null,
    };

    /// <summary>The problems of one record with the bare names of its fields, as a form knows them: <c>units[xinfu].name</c> becomes <c>name</c>.</summary>
    public static IReadOnlyList<FieldProblem> AtFields(IReadOnlyList<FieldProblem> problems) =>
        [.. problems.Select(problem => problem with { Path = problem.Path[(problem.Path.LastIndexOf('.') + 1)..] })];
}
