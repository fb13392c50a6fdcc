using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Units;

/// <summary>Checks a list of units against the scheme of the year, for example after an import.</summary>
public static class UnitGuard
{
    /// <summary>Every problem, with the path <c>units[ID].field</c>, or <c>units[VALUE].field</c> for what stands twice; empty when the list may be used.</summary>
    /// <param name="units">All units.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="known">Ids on record: they stand in other records and cannot be written anew, so only new ones have to be sound.</param>
    public static IReadOnlyList<Problem> Check(IReadOnlyList<Unit> units, Scheme scheme, IReadOnlySet<string> known) =>
    [
        .. Duplicates(units),
        .. units.Where(unit => !known.Contains(unit.Id) && !RecordIds.IsSound(unit.Id)).Select(unit => RecordIds.Unsound($"units[{unit.Id}].id", unit.Id)),
        .. units.SelectMany(unit => CheckUnit(unit, scheme)),
    ];

    private static IEnumerable<Problem> Duplicates(IReadOnlyList<Unit> units) =>
    [
        .. Repeated(units, unit => unit.Id, "编号", "id"),
        .. Repeated(units, unit => unit.Code, "代码", "code"),
        .. Repeated(units, unit => unit.Name, "名称", "name"),
        .. Repeated(units, unit => unit.ShortName, "简称", "shortName"),
    ];

    private static IEnumerable<Problem> Repeated(IReadOnlyList<Unit> units, Func<Unit, string> key, string name, string field) =>
        units.GroupBy(key).Where(same => same.Count() > 1 && !string.IsNullOrWhiteSpace(same.Key)).Select(same =>
            new Problem($"units[{same.Key}].{field}", $"{name}“{same.Key}”重复了 {same.Count()} 次，请保留一个。"));

    private static IEnumerable<Problem> CheckUnit(Unit unit, Scheme scheme)
    {
        var path = $"units[{unit.Id}]";
        if (string.IsNullOrWhiteSpace(unit.Name))
        {
            yield return new Problem($"{path}.name", "单位全称没有填写，请补充。");
        }

        if (string.IsNullOrWhiteSpace(unit.ShortName))
        {
            yield return new Problem($"{path}.shortName", "单位简称没有填写，请补充。");
        }

        var group = scheme.Groups.FirstOrDefault(group => group.Id == unit.GroupId);
        if (group is null)
        {
            yield return new Problem($"{path}.groupId", $"方案中没有分组“{unit.GroupId}”，请选择方案里的分组。");
        }
        else if (group.Kind != unit.Kind)
        {
            yield return new Problem($"{path}.groupId", $"分组“{group.Name}”不收这一类单位，请改选分组。");
        }

        if (unit.Kind == UnitKind.Department && scheme.DepartmentTypes.All(type => type.Code != unit.DepartmentType))
        {
            yield return new Problem($"{path}.departmentType", $"方案中没有部门类型“{unit.DepartmentType}”，请选择方案里的类型。");
        }

        if (unit.Kind == UnitKind.County && unit.DepartmentType is not null)
        {
            yield return new Problem($"{path}.departmentType", "县市区不填部门类型，请清空。");
        }

        if (unit.ContactEmail.Length > 0 && unit.ContactEmail.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            yield return new Problem($"{path}.contactEmail", $"联系邮箱“{unit.ContactEmail}”格式不对，应为 名称@域名。");
        }
    }
}
