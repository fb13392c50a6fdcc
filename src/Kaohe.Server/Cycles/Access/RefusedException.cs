namespace Kaohe.Server.Cycles.Access;

/// <summary>The person may not do this, or what it is about does not exist. Nothing was changed.</summary>
public sealed class RefusedException : Exception
{
    private RefusedException(int status, string message)
        : base(message) => Status = status;

    /// <summary>HTTP status: 403 or 404.</summary>
    public int Status { get; }

    /// <summary>No right.</summary>
    /// <param name="isOtherUnit">Whether the role would allow it for the person's own units.</param>
    public static RefusedException NoRight(bool isOtherUnit = false) => new(
        StatusCodes.Status403Forbidden,
        isOtherUnit ? "这是其他单位的内容，您只能办理本单位（本组）的事项。" : "您的角色不能做这件事。如确需办理，请联系考核办。");

    /// <summary>Not there.</summary>
    /// <param name="what">What is missing, in Chinese, for example 2026 年度.</param>
    public static RefusedException NotFound(string what) => new(StatusCodes.Status404NotFound, $"没有找到{what}，可能已被删除，请刷新后再看。");
}
