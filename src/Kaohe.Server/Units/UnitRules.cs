using Kaohe.Assessment;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Units;

namespace Kaohe.Server.Units;

/// <summary>The list of units fits the scheme: groups, types, no doubles, sound ids for what is new.</summary>
/// <param name="units">All units.</param>
/// <param name="scheme">The scheme.</param>
/// <param name="known">Ids on record, which nobody can change any more.</param>
public sealed class UnitsAreSoundRule(IReadOnlyList<Unit> units, Scheme scheme, IReadOnlySet<string> known) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（一）：考核对象为14个县市区和市直部门(单位)";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => UnitGuard.Check(units, scheme, known);
}

/// <summary>A new record has an id of its own: other records and addresses refer to it.</summary>
/// <param name="path">Path of the field.</param>
/// <param name="id">The id.</param>
/// <param name="isTaken">Whether there is a record with it.</param>
public sealed class IdIsNewRule(string path, string id, bool isTaken) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（一）：考核对象和人员逐个登记";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (isTaken)
        {
            yield return new Problem(path, $"编号“{id}”已经有了，请换一个，或直接修改原有记录。");
        }
    }
}

/// <summary>Every official has a name, a post and a known unit; mail addresses look like ones.</summary>
/// <param name="officials">The officials.</param>
/// <param name="unitIds">Known units.</param>
/// <param name="known">Ids of officials on record, which nobody can change any more.</param>
public sealed class OfficialsAreSoundRule(IReadOnlyList<Official> officials, IReadOnlySet<string> unitIds, IReadOnlySet<string> known) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（一）：任务分解到每个岗位、每名领导，人人身上有任务";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() =>
    [
        .. officials.GroupBy(official => official.Id).Where(same => same.Count() > 1).Select(same =>
            new Problem($"officials[{same.Key}].id", $"编号“{same.Key}”重复了 {same.Count()} 次，请保留一个。")),
        .. officials.SelectMany(Check),
    ];

    private IEnumerable<Problem> Check(Official official)
    {
        var path = $"officials[{official.Id}]";
        if (!known.Contains(official.Id) && !RecordIds.IsSound(official.Id))
        {
            yield return RecordIds.Unsound($"{path}.id", official.Id);
        }

        if (string.IsNullOrWhiteSpace(official.Name))
        {
            yield return new Problem($"{path}.name", "姓名没有填写，请补充。");
        }

        if (string.IsNullOrWhiteSpace(official.Post))
        {
            yield return new Problem($"{path}.post", $"{official.Name}的职务没有填写，请补充。");
        }

        if (!unitIds.Contains(official.UnitId))
        {
            yield return new Problem($"{path}.unitId", $"{official.Name}所在单位“{official.UnitId}”没有登记，请先登记单位。");
        }

        if (official.Email.Length > 0 && official.Email.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            yield return new Problem($"{path}.email", $"邮箱“{official.Email}”格式不对，应为 名称@域名。");
        }
    }
}
