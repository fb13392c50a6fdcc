using Kaohe.Office.Forms;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Components;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace Kaohe.Server.Tasks.Designed;

/// <summary>Where one form is drawn.</summary>
/// <param name="desk">Saves it.</param>
/// <param name="forms">People and units for the trial.</param>
/// <param name="current">Who draws.</param>
/// <param name="dialogs">Asks.</param>
/// <param name="snackbar">Says.</param>
public sealed partial class FormPage(
    FormDesk desk, DesignedForms forms, ICurrentActor current, IDialogService dialogs, ISnackbar snackbar)
{
    private const long LargestImport = 1024 * 1024;
    private FormDefinition? _form;
    private IReadOnlyList<FormRow> _versions = [];
    private IReadOnlyList<FieldProblem> _problems = [];
    private FormChoices _choices = FormChoices.None;
    private FormState _state;
    private bool _isDirty;
    private bool _isBusy;

    /// <summary>The form; a new one when there is none of this id.</summary>
    [Parameter]
    public string Id { get; set; } = string.Empty;

    private long Revision => _versions.FirstOrDefault(row => row.State == FormState.Draft)?.Revision ?? 0;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _choices = await forms.ChoicesAsync();
        await ReadAsync();
    }

    private static string? TextOf(ChangeEventArgs change) => string.IsNullOrWhiteSpace(change.Value as string) ? null : ((string)change.Value).Trim();

    private async Task ReadAsync()
    {
        _versions = await desk.VersionsAsync(Id);
        var latest = _versions.Count > 0 ? _versions[0] : null;
        _form = latest is null ? new FormDefinition { Id = Id, Title = string.Empty } : FormDefinition.FromSchema(latest.Schema).Form;
        _state = latest?.State ?? FormState.Draft;
        _isDirty = false;
    }

    private void Change(FormDefinition form)
    {
        // What is published is never changed: the next change begins the next version.
        var version = _versions.FirstOrDefault(row => row.State == FormState.Draft)?.Version ?? (_versions.Count == 0 ? 1 : _versions[0].Version + 1);
        _form = form with { Id = Id, Version = version };
        _state = FormState.Draft;
        _isDirty = true;
        _problems = _problems.Count > 0 ? Problems(form) : [];
    }

    // Rights of a step that was taken away go with it.
    private void ChangeSteps(string? text)
    {
        string[] steps = [.. (text ?? string.Empty).Split(['、', '，', ',', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
        Change(_form! with
        {
            Steps = steps,
            Fields = [.. _form!.Fields.Select(field => field with { Rights = field.Rights.Where(right => steps.Contains(right.Key)).ToDictionary() })],
        });
    }

    private static IReadOnlyList<FieldProblem> Problems(FormDefinition form) => [.. Shell.Http.Problems.From(form.Check())];

    private async Task SaveAsync(bool publish)
    {
        var actor = await current.GetAsync();
        _problems = publish ? Problems(_form!) : [];
        if (_problems.Count > 0 || (publish && await dialogs.ConfirmAsync(
            new ConfirmQuestion("发布这张表单？", "发布后新开的任务用这一版；这一版不能再改，要改就出下一版。", "发布") { IsBinding = true }) is null))
        {
            return;
        }

        _isBusy = true;
        var answer = publish ? await desk.PublishAsync(actor, _form!, Revision) : await desk.SaveAsync(actor, _form!, Revision);
        _isBusy = false;
        _problems = [.. Shell.Http.Problems.From(answer.Problems)];
        if (answer.Row is not null)
        {
            snackbar.Add(publish ? "已发布，可以在流程设计里选用" : "草稿已保存", Severity.Success);
            await ReadAsync();
        }
    }

    private async Task RetireAsync(bool isRetired)
    {
        if (isRetired && await dialogs.ConfirmAsync(new ConfirmQuestion("停用这张表单？", "停用后流程设计里不再提供，已开的任务照常办理；可以恢复。", "停用")) is null)
        {
            return;
        }

        var answer = await desk.RetireAsync(await current.GetAsync(), Id, isRetired);
        _problems = [.. Shell.Http.Problems.From(answer.Problems)];
        if (answer.Row is not null)
        {
            snackbar.Add(isRetired ? "已停用" : "已恢复使用", Severity.Success);
            await ReadAsync();
        }
    }

    private void TakeOver(FormRow row) => Change(FormDefinition.FromSchema(row.Schema).Form!);

    private async Task ImportAsync(InputFileChangeEventArgs change)
    {
        if (change.File.Size > LargestImport)
        {
            _problems = [new FieldProblem(string.Empty, "文件超过 1 MB，不是表单的 JSON Schema。")];
            return;
        }

        using var reader = new StreamReader(change.File.OpenReadStream(LargestImport));
        var (form, problems) = FormDefinition.FromSchema(await reader.ReadToEndAsync());
        if (form is not null)
        {
            Change(form);
        }

        _problems = [.. Shell.Http.Problems.From(problems)];
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext context)
    {
        if (_isDirty && await dialogs.ConfirmAsync(new ConfirmQuestion("不保存就离开？", "改动还没有保存，离开后会丢失。", "离开") { IsBinding = true }) is null)
        {
            context.PreventNavigation();
        }
    }
}
