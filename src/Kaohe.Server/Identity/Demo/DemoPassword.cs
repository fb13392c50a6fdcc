using Kaohe.Server.Shell.Hosting;

namespace Kaohe.Server.Identity.Demo;

/// <summary>
/// The one password of all demo accounts: <c>Demo:Password</c>, or one that is made at the first start and kept in the data folder, so that
/// the next start can print it again. Demo accounts exist only with <c>Demo:Enabled</c>.
/// </summary>
internal sealed class DemoPassword(IConfiguration configuration, ProductFolders folders)
{
    private readonly Lazy<string> _value = new(() => configuration["Demo:Password"] is { Length: > 0 } set ? set : Kept(Path.Combine(folders.Data, "demo-password.txt")));

    public string Value => _value.Value;

    private static string Kept(string file)
    {
        if (File.Exists(file))
        {
            return File.ReadAllText(file).Trim();
        }

        var password = FirstStart.NewPassword();
        File.WriteAllText(file, password);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return password;
    }
}
