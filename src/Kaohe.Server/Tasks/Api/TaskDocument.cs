using System.Text.Json;
using Kaohe.Office.Tasks;
using Kaohe.Server.Tasks.Designed;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Server.Tasks.Reading;

namespace Kaohe.Server.Tasks.Api;

/// <summary>A task as programs read it; members that the person may not read are null.</summary>
public sealed record TaskDocument
{
    /// <summary>The task without draft and data, which stand in <see cref="Form"/>.</summary>
    public required HumanTask Task { get; init; }

    /// <summary>What the person may do, by name.</summary>
    public required IReadOnlyList<string> Rights { get; init; }

    /// <summary>Documents that belong to it.</summary>
    public required IReadOnlyList<string> DocumentIds { get; init; }

    /// <summary>What it came with; null for a designed form, which has it in its fields.</summary>
    public JsonElement? Given { get; init; }

    /// <summary>The form to fill in, with its rows, or as it was submitted.</summary>
    public JsonElement? Form { get; init; }

    /// <summary>The signers of its round; empty when one person does it.</summary>
    public IReadOnlyList<SignerLine> Signers { get; init; } = [];

    /// <summary>How much time is left, in Chinese.</summary>
    public required string Left { get; init; }

    /// <summary>History, a line each.</summary>
    public required IReadOnlyList<string> History { get; init; }

    /// <summary>Files on it.</summary>
    public required IReadOnlyList<TaskFile> Files { get; init; }

    internal static TaskDocument Of(TaskView view) => new()
    {
        Task = view.Task with { Draft = null, Data = null, Operations = [] },
        Rights = [.. Enum.GetValues<TaskRights>().Where(right => right != TaskRights.None && right != TaskRights.Read && view.May(right)).Select(right => right.ToString())],
        DocumentIds = view.Origin.DocumentIds,
        Given = view.Form is DesignedForm ? null : view.Origin.Given,
        Form = view.Form switch { null => null, DesignedForm designed => designed.ToShownElement(), var form => TaskForms.Write(form) },
        Signers = view.Signers,
        Left = view.Left.Text,
        History = [.. view.History.Select(line => line.Line)],
        Files = view.Files,
    };
}
