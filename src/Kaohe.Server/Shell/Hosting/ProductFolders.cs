namespace Kaohe.Server.Shell.Hosting;

/// <summary>Where the product's folders are: what it reads and what it changes.</summary>
/// <param name="configuration">The settings.</param>
public sealed class ProductFolders(IConfiguration configuration)
{
    /// <summary>Everything mutable (<c>Data:Folder</c>), full path; made when missing.</summary>
    public string Data => Directory.CreateDirectory(Path.GetFullPath(configuration["Data:Folder"] is { Length: > 0 } folder ? folder : "var")).FullName;

    /// <summary>A folder under <see cref="Data"/>, full path; made when missing.</summary>
    /// <param name="name">Name of the folder, e.g. <c>mail</c>.</param>
    public string DataFolder(string name) => Directory.CreateDirectory(Path.Combine(Data, name)).FullName;

    /// <summary>A folder that comes with the product (workflows, templates, data): a relative path counts from the working folder, then from the program.</summary>
    /// <param name="path">As set, e.g. <c>workflows</c>.</param>
    public static string Product(string path) => Directory.Exists(path) ? Path.GetFullPath(path) : Path.GetFullPath(path, AppContext.BaseDirectory);
}
