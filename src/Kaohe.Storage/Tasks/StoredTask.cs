using Kaohe.Office.Tasks;

namespace Kaohe.Storage.Tasks;

/// <summary>A task as it is stored.</summary>
/// <param name="Task">The aggregate.</param>
/// <param name="Origin">What it came with.</param>
public sealed record StoredTask(HumanTask Task, TaskOrigin Origin);
