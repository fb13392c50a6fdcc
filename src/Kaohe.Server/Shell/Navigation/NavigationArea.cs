using MudBlazor;

namespace Kaohe.Server.Shell.Navigation;

/// <summary>A place in the left navigation. There are nine, so that no role ever sees more; pages of one area are tabs of it.</summary>
/// <param name="Title">Chinese title.</param>
/// <param name="Icon">Icon of MudBlazor.</param>
/// <param name="Order">Position.</param>
public sealed record NavigationArea(string Title, string Icon, int Order)
{
    /// <summary>What a person has to do today.</summary>
    public static readonly NavigationArea Workbench = new("工作台", Icons.Material.Outlined.Home, 1);

    /// <summary>Tasks of the person.</summary>
    public static readonly NavigationArea Tasks = new("任务", Icons.Material.Outlined.CheckBox, 2);

    /// <summary>Where all units stand.</summary>
    public static readonly NavigationArea Board = new("进度总览", Icons.Material.Outlined.GridView, 3);

    /// <summary>The assessment year, its scheme, indicators and calendar.</summary>
    public static readonly NavigationArea Cycle = new("考核年度", Icons.Material.Outlined.CalendarMonth, 4);

    /// <summary>Units, people and accounts.</summary>
    public static readonly NavigationArea Units = new("单位与人员", Icons.Material.Outlined.Groups, 5);

    /// <summary>Scores, grades and what follows from them.</summary>
    public static readonly NavigationArea Results = new("得分与等次", Icons.Material.Outlined.Leaderboard, 6);

    /// <summary>Rectification.</summary>
    public static readonly NavigationArea Rectification = new("整改", Icons.Material.Outlined.Build, 7);

    /// <summary>Official documents and mail.</summary>
    public static readonly NavigationArea Documents = new("公文", Icons.Material.Outlined.Description, 8);

    /// <summary>Workflow definitions, instances and failed deliveries.</summary>
    public static readonly NavigationArea Flows = new("流程", Icons.Material.Outlined.AccountTree, 9);
}
