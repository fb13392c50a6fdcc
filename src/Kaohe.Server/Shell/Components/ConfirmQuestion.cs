using MudBlazor;

namespace Kaohe.Server.Shell.Components;

/// <summary>What a <see cref="ConfirmDialog"/> asks.</summary>
/// <param name="Title">Short question, e.g. 取消这个流程实例？</param>
/// <param name="Text">What will happen and whether it can be taken back.</param>
/// <param name="Verb">The button that does it, e.g. 取消流程.</param>
public sealed record ConfirmQuestion(string Title, string Text, string Verb)
{
    /// <summary>Label of a reason that must be given, e.g. 取消原因; null when none is asked for.</summary>
    public string? ReasonLabel { get; init; }

    /// <summary>Whether the reason may stay empty.</summary>
    public bool IsReasonOptional { get; init; }

    /// <summary>Whether it binds or cannot be taken back: the button is red.</summary>
    public bool IsBinding { get; init; }
}

/// <summary>The answer yes.</summary>
/// <param name="Reason">The reason, when one was asked for.</param>
public sealed record ConfirmAnswer(string? Reason);

/// <summary>Opens a <see cref="ConfirmDialog"/>.</summary>
public static class ConfirmDialogs
{
    /// <summary>Asks and waits.</summary>
    /// <param name="dialogs">Dialogs.</param>
    /// <param name="question">What is asked.</param>
    /// <returns>The answer yes; null for no.</returns>
    public static async Task<ConfirmAnswer?> ConfirmAsync(this IDialogService dialogs, ConfirmQuestion question)
    {
        var parameters = new DialogParameters<ConfirmDialog> { { dialog => dialog.Question, question } };
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(question.Title, parameters);
        return (await dialog.Result)?.Data as ConfirmAnswer;
    }
}
