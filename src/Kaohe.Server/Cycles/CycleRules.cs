using Kaohe.Assessment;
using Kaohe.Storage.Assessment.Cycles;

namespace Kaohe.Server.Cycles;

/// <summary>Chinese names of where a year stands.</summary>
public static class CycleStatusNames
{
    /// <summary>The name.</summary>
    public static string Of(CycleStatus status) => status switch
    {
        CycleStatus.Draft => "方案拟订中",
        CycleStatus.Approved => "待启动",
        CycleStatus.Running => "进行中",
        _ => "已评定等次",
    };
}

/// <summary>A year starts only when nothing is missing: scheme, units, indicators, targets, teams.</summary>
/// <param name="problems">What is missing.</param>
public sealed class CycleIsReadyRule(IReadOnlyList<Problem> problems) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：严格考核程序；任务分解到每个单位，人人身上有任务";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => problems;
}

/// <summary>A year exists once.</summary>
/// <param name="year">The year.</param>
/// <param name="exists">Whether there is one already.</param>
public sealed class CycleIsNewRule(int year, bool exists) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案：一年一个考核年度";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (year is < 2000 or > 2100)
        {
            yield return new Problem("year", $"年度 {year} 不合理，请填写四位年份。");
        }

        if (exists)
        {
            yield return new Problem("year", $"{year} 年度已经建立，请直接打开。");
        }
    }
}

/// <summary>An approved version of a scheme never changes; a change is a new version.</summary>
/// <param name="isApproved">Whether the version is approved.</param>
/// <param name="version">Its number.</param>
public sealed class OnlyDraftChangesRule(bool isApproved, int version) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：执行标准不降低";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (isApproved)
        {
            yield return new Problem("version", $"方案第 {version} 版已经批准，不能修改，请先“修订方案”形成新的版本。");
        }
    }
}

/// <summary>The published annual flow took the start.</summary>
/// <param name="problem">Why it did not; null when it did.</param>
public sealed class FlowStartsRule(string? problem) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：严格考核程序，11个环节一个不少";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (problem is not null)
        {
            yield return new Problem("workflow", problem);
        }
    }
}
