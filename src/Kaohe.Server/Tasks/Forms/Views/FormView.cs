using Kaohe.Server.Tasks.Forms.Fields;
using Microsoft.AspNetCore.Components;

namespace Kaohe.Server.Tasks.Forms.Views;

/// <summary>How one type of form is shown and filled in.</summary>
/// <typeparam name="TForm">The form.</typeparam>
public abstract class FormView<TForm> : ComponentBase
    where TForm : TaskForm
{
    /// <summary>The form.</summary>
    [Parameter]
    [EditorRequired]
    public TaskForm Form { get; set; } = default!;

    /// <summary>What it is shown with.</summary>
    [Parameter]
    [EditorRequired]
    public FormContext Context { get; set; } = default!;

    /// <summary>The form as its type.</summary>
    protected TForm Model => (TForm)Form;

    /// <summary>What is shared with the fields.</summary>
    [CascadingParameter]
    protected FormScope Scope { get; set; } = default!;
}
