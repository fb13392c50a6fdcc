using Cronos;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Time;

/// <summary>Cron expressions in a time zone.</summary>
internal static class CronSchedule
{
    /// <summary>Time zone of an office in China.</summary>
    public const string DefaultTimeZone = "Asia/Shanghai";

    /// <summary>The next time after <paramref name="now"/>.</summary>
    /// <exception cref="WorkflowException">The expression or the time zone is wrong, or the expression never comes.</exception>
    public static DateTimeOffset Next(string expression, string? timeZone, DateTimeOffset now)
    {
        try
        {
            var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
            var cron = CronExpression.Parse(expression, fields == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(string.IsNullOrWhiteSpace(timeZone) ? DefaultTimeZone : timeZone);
            return cron.GetNextOccurrence(now, zone) ?? throw new WorkflowException($"Cron 表达式“{expression}”没有下一次。");
        }
        catch (CronFormatException problem)
        {
            throw new WorkflowException($"“{expression}”不是有效的 Cron 表达式（秒 分 时 日 月 周）：{problem.Message}", problem);
        }
        catch (TimeZoneNotFoundException problem)
        {
            throw new WorkflowException($"没有名为“{timeZone}”的时区。中国的时区是 {DefaultTimeZone}。", problem);
        }
    }
}
