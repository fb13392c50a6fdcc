namespace Kaohe.Server.Shell.Hosting;

/// <summary>The server must not start as it is set up; the message says what to change.</summary>
public sealed class StartRefusedException : Exception
{
    /// <summary>Says what is wrong and what to do, in Chinese.</summary>
    /// <param name="message">For whoever starts the server.</param>
    public StartRefusedException(string message)
        : base(message)
    {
    }
}
