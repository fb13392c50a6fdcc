using System.Text.RegularExpressions;

namespace Kaohe.Server.Elsa.Instances;

/// <summary>Says in Chinese what the engine says as Elsa does. Texts that are Chinese already are left alone.</summary>
public static partial class IncidentWords
{
    private static readonly (Regex Pattern, string Chinese)[] _sentences =
    [
        (FailedInput(), "输入“${input}”的值算不出来，请检查它的表达式"),
        (MissingType(), "没有活动类型“${type}”（版本 ${version}），请在流程中换成现有的活动"),
        (InvalidBackward(), "这条连线不能退回，请退回到必经的活动"),
        (NotDefined(), "脚本里用了没有定义的名称“${name}”"),
        (NotFunction(), "脚本里“${name}”不是函数"),
        (NoProperty(), "脚本要读取“${name}”，但它所在的对象是空的"),
    ];

    /// <summary>The Chinese sentence.</summary>
    /// <param name="message">What the engine or a script said.</param>
    public static string Of(string message)
    {
        foreach (var (pattern, chinese) in _sentences)
        {
            if (pattern.IsMatch(message))
            {
                return pattern.Replace(message, chinese);
            }
        }

        return message;
    }

    /// <summary>Message and cause as one sentence.</summary>
    /// <param name="message">What the engine said.</param>
    /// <param name="cause">What lies behind it; null when the message says all.</param>
    public static string Of(string message, string? cause) => cause is null || cause == message ? Of(message) : $"{Of(message)}：{Of(cause)}";

    [GeneratedRegex("^Failed to evaluate activity input '(?<input>.+?)'\\.?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FailedInput();

    [GeneratedRegex("^Activity type '(?<type>.+?)' version '(?<version>.+?)' could not be found\\.?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MissingType();

    [GeneratedRegex("^Invalid backward connection.*$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex InvalidBackward();

    [GeneratedRegex("^(?<name>\\S+) is not defined$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotDefined();

    [GeneratedRegex("^(?:Property ')?(?<name>\\S+?)'?(?: of object)? is not a function$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotFunction();

    [GeneratedRegex("^Cannot read propert(?:y|ies) (?:'|of (?:null|undefined) \\(reading ')?(?<name>\\w+).*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoProperty();
}
