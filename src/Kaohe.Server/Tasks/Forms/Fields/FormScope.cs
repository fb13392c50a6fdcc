using Kaohe.Server.Shell.Http;
using Kaohe.Server.Tasks.Reading;
using Microsoft.AspNetCore.Components.Forms;

namespace Kaohe.Server.Tasks.Forms.Fields;

/// <summary>What every field of a form shares with the form.</summary>
public sealed class FormScope
{
    /// <summary>Whether the form is only shown.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Prefix of element ids, so that two forms on a page do not mix.</summary>
    public string Prefix { get; init; } = "data";

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; set; } = [];

    /// <summary>Files on the task.</summary>
    public IReadOnlyList<TaskFile> Files { get; set; } = [];

    /// <summary>Address of a file.</summary>
    public string FileAddress(string id) => $"/api/tasks/{TaskId}/attachments/{id}";

    /// <summary>The task.</summary>
    public string TaskId { get; init; } = string.Empty;

    /// <summary>Told of every change.</summary>
    public Func<Task> Changed { get; init; } = () => Task.CompletedTask;

    /// <summary>Attaches files to the task and gives those that were taken in; null where none can be attached.</summary>
    public Func<InputFileChangeEventArgs, Task<IReadOnlyList<TaskFile>>>? Upload { get; init; }

    /// <summary>Path of a field as problems name it.</summary>
    public string PathOf(string path) => $"{Prefix}.{path}";

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? ProblemOf(string path) => Shell.Components.ProblemsSummary.At(Problems, PathOf(path));
}
