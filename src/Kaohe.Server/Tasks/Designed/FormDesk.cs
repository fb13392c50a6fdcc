using Kaohe.Office;
using Kaohe.Office.Forms;
using Kaohe.Office.People;
using Kaohe.Server.Identity;
using Kaohe.Storage;
using Kaohe.Storage.Forms;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Designed;

/// <summary>
/// Where forms are drawn, published and given up. One draft at a time is changed; a published version never is. Pages and endpoints both come here.
/// </summary>
/// <param name="databases">Reads.</param>
/// <param name="lane">Writes.</param>
/// <param name="clock">Now.</param>
public sealed class FormDesk(IDbContextFactory<KaoheDb> databases, IWriteLane lane, TimeProvider clock)
{
    /// <summary>Roles that design forms.</summary>
    public static IReadOnlyList<string> Designers { get; } = [RoleCodes.Office, RoleCodes.Administrator];

    /// <summary>Who may design forms.</summary>
    /// <param name="actor">A signed-in person.</param>
    public static bool MayDesign(Actor actor) => actor.Is(Role.Office) || actor.Is(Role.Administrator);

    /// <summary>The latest version of each form, by title.</summary>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<FormLine>> ListAsync(PageRequest page, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var all = db.Forms.AsNoTracking();
        return await page.ReadAsync(
            all.Where(form => form.Version == all.Where(other => other.FormId == form.FormId).Max(other => other.Version))
                .OrderBy(form => form.Title).ThenBy(form => form.FormId)
                .Select(form => new FormLine(form.FormId, form.Version, form.Title, form.State, form.ByName, form.At)),
            cancellationToken);
    }

    /// <summary>Forms that tasks may be given, by title.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<FormLine>> PublishedAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Forms.AsNoTracking().Where(form => form.State == FormState.Published)
            .Select(form => new FormLine(form.FormId, form.Version, form.Title, form.State, form.ByName, form.At)).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(form => form.Id).Select(versions => versions.MaxBy(form => form.Version)!).OrderBy(form => form.Title, StringComparer.Ordinal)];
    }

    /// <summary>All versions of a form, newest first.</summary>
    /// <param name="id">The form.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<FormRow>> VersionsAsync(string id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Forms.AsNoTracking().Where(form => form.FormId == id).OrderByDescending(form => form.Version).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Saves the draft of a form: makes it when there is none, above what is published. A draft may be unfinished; it is only read, and its faults are
    /// told when it is published.
    /// </summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="form">The form; its version is the product's matter.</param>
    /// <param name="revision">Revision of the draft that the page showed; 0 when it showed none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<FormAnswer> SaveAsync(Actor actor, FormDefinition form, long revision, CancellationToken cancellationToken = default) => ChangeAsync(
        actor, form.Id, revision, (db, versions) => Draft(db, versions, form, actor), cancellationToken);

    /// <summary>Saves and publishes: from now on new tasks get this version.</summary>
    /// <param name="actor">Who publishes.</param>
    /// <param name="form">The form.</param>
    /// <param name="revision">Revision of the draft that the page showed; 0 when it showed none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FormAnswer> PublishAsync(Actor actor, FormDefinition form, long revision, CancellationToken cancellationToken = default) => form.Check() is { Count: > 0 } problems
        ? FormAnswer.Refused(problems)
        : await ChangeAsync(
            actor,
            form.Id,
            revision,
            (db, versions) =>
            {
                var row = Draft(db, versions, form, actor);
                row.State = FormState.Published;
                return row;
            },
            cancellationToken);

    /// <summary>Gives a form up, or takes that back: it is not offered any more; tasks that keep it go on.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="id">The form.</param>
    /// <param name="isRetired">Whether it is given up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<FormAnswer> RetireAsync(Actor actor, string id, bool isRetired, CancellationToken cancellationToken = default) => ChangeAsync(
        actor,
        id,
        revision: null,
        (_, versions) =>
        {
            foreach (var row in versions.Where(row => row.State != FormState.Draft))
            {
                row.State = isRetired ? FormState.Retired : FormState.Published;
                row.Revision++;
            }

            return versions.FirstOrDefault(row => row.State != FormState.Draft);
        },
        cancellationToken);

    private async Task<FormAnswer> ChangeAsync(
        Actor actor, string id, long? revision, Func<KaoheDb, List<FormRow>, FormRow?> change, CancellationToken cancellationToken)
    {
        if (!MayDesign(actor))
        {
            return FormAnswer.Refused([new Problem("ActorMustHaveRight", string.Empty, "只有考核办和管理员能设计表单。")]);
        }

        try
        {
            return await lane.RunAsync(
                async (db, cancel) =>
                {
                    var versions = await db.Forms.Where(form => form.FormId == id).OrderByDescending(form => form.Version).ToListAsync(cancel);
                    var draft = versions.Find(row => row.State == FormState.Draft);
                    if (revision is { } seen && seen != (draft?.Revision ?? 0))
                    {
                        return FormAnswer.Refused([Changed(draft ?? versions[0])]);
                    }

                    var row = change(db, versions);
                    if (row is null)
                    {
                        return FormAnswer.Refused([new Problem("FormMustExist", string.Empty, "没有这张表单，或者它还没有发布。")]);
                    }

                    (row.ById, row.ByName, row.At) = (actor.Id, actor.Name, clock.GetUtcNow());
                    return new FormAnswer(row, []);
                },
                cancellationToken);
        }
        catch (ConflictException)
        {
            return FormAnswer.Refused([new Problem("RevisionMustMatch", string.Empty, "别人刚刚改了这张表单，请刷新页面后再改。")]);
        }
    }

    private static FormRow Draft(KaoheDb db, List<FormRow> versions, FormDefinition form, Actor actor)
    {
        var draft = versions.Find(row => row.State == FormState.Draft);
        var version = draft?.Version ?? (versions.Count == 0 ? 1 : versions[0].Version + 1);
        var schema = (form with { Version = version }).ToSchema();
        var title = string.IsNullOrWhiteSpace(form.Title) ? "未命名表单" : form.Title.Trim();
        if (draft is null)
        {
            draft = new FormRow { FormId = form.Id, Version = version, Title = title, Schema = schema, ById = actor.Id, ByName = actor.Name };
            db.Forms.Add(draft);
        }
        else
        {
            (draft.Title, draft.Schema, draft.Revision) = (title, schema, draft.Revision + 1);
        }

        return draft;
    }

    private static Problem Changed(FormRow row) => new(
        "RevisionMustMatch", string.Empty, $"{row.ByName}已于{OfficeTime.Moment(row.At)}改过或发布了这张表单，请刷新页面后再改。");
}
