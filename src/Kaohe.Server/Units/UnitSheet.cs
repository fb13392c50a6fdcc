using Kaohe.Assessment;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Units;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Sheets;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;

namespace Kaohe.Server.Units;

/// <summary>Units by Excel.</summary>
/// <param name="units">Saves.</param>
public sealed class UnitSheet(UnitService units) : SheetPort
{
    private static readonly Dictionary<string, UnitKind> _kinds = new() { ["县市区"] = UnitKind.County, ["市直部门"] = UnitKind.Department };

    private static readonly Dictionary<string, string> _fields = new()
    {
        ["id"] = "编号", ["code"] = "代码", ["name"] = "全称", ["shortName"] = "简称", ["groupId"] = "类别", ["departmentType"] = "部门类型", ["contactEmail"] = "联系邮箱",
    };

    /// <inheritdoc/>
    public override string Kind => "units";

    /// <inheritdoc/>
    public override string Title => "单位";

    /// <inheritdoc/>
    public override IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("编号", "单位的固定编号，只用英文字母、数字和短横线，以后不再改", IsRequired: true, "xinfu"),
        new("代码", "县市区填行政区划代码，部门填序号", IsRequired: true, "140902"),
        new("全称", "用于公文", IsRequired: true, "忻府区"),
        new("简称", "用于表格", IsRequired: true, "忻府区"),
        new("类别", "县市区 或 市直部门", IsRequired: true, "县市区"),
        new("部门类型", "部门填方案中的类型，县市区不填", Example: "经济管理部门"),
        new("主要负责人职务", "例如区委书记、局长", Example: "区委书记"),
        new("联系人", "考核联络员姓名"),
        new("联系邮箱", "名称@域名"),
        new("联系电话", ""),
        new("序号", "建制序列，整数", Example: "1"),
    ];

    /// <inheritdoc/>
    public override async Task<byte[]> ExportAsync(KaoheDb db, Actor actor, int year, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.SeeAllUnits, cancellationToken: cancellationToken);
        var scheme = await db.SchemeAsync(year, cancellationToken) ?? SchemeDefaults.For(year);
        return SheetFile.Write(
            Title,
            Columns,
            (await db.UnitsAsync(cancellationToken)).Select(unit => new object?[]
            {
                unit.Id, unit.Code, unit.Name, unit.ShortName, _kinds.First(kind => kind.Value == unit.Kind).Key,
                scheme.DepartmentTypes.FirstOrDefault(type => type.Code == unit.DepartmentType)?.Name ?? unit.DepartmentType,
                unit.LeaderPost, unit.ContactName, unit.ContactEmail, unit.ContactPhone, unit.Order,
            }),
            withHelp: false);
    }

    /// <inheritdoc/>
    public override async Task<ImportResult> ImportAsync(KaoheDb db, Actor actor, int year, Stream content, CancellationToken cancellationToken)
    {
        var scheme = await db.SchemeAsync(year, cancellationToken) ?? SchemeDefaults.For(year);
        var known = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id);
        var types = scheme.DepartmentTypes.ToDictionary(type => type.Name, type => type.Code);
        var (items, problems) = ReadAll(SheetFile.Read(Title, Columns, content), row => Read(row, types, scheme, known));
        await SaveAsync(
            problems,
            () => units.SaveUnitsAsync(db, actor, items.ConvertAll(each => each.Item), cancellationToken),
            problem => At(
                problem,
                _fields.GetValueOrDefault(problem.Path[(problem.Path.LastIndexOf('.') + 1)..], "编号"),
                [.. items.Where(each => Concerns(problem, each.Item)).Select(each => each.Row)]));
        return new ImportResult(items.Count, $"已导入 {items.Count} 个单位。");
    }

    private static bool Concerns(Problem problem, Unit unit) =>
        problem.Path.StartsWith($"units[{unit.Id}]", StringComparison.Ordinal)
        || problem.Path == $"units[{unit.Code}].code"
        || problem.Path == $"units[{unit.Name}].name"
        || problem.Path == $"units[{unit.ShortName}].shortName";

    private static Unit Read(SheetRow row, Dictionary<string, string> types, Scheme scheme, Dictionary<string, Unit> known)
    {
        var id = row.Text("编号");
        var kind = row.Choice("类别", _kinds);
        var type = row.Choice("部门类型", types);
        return (known.GetValueOrDefault(id) ?? new Unit { Id = id, Code = "", Name = "", ShortName = "", Kind = kind, GroupId = "" }) with
        {
            Code = row.Text("代码"),
            Name = row.Text("全称"),
            ShortName = row.Text("简称"),
            Kind = kind,
            GroupId = scheme.Groups.FirstOrDefault(group => group.Kind == kind)?.Id ?? "",
            DepartmentType = type,
            LeaderPost = row.Text("主要负责人职务"),
            ContactName = row.Text("联系人"),
            ContactEmail = row.Text("联系邮箱"),
            ContactPhone = row.Text("联系电话"),
            Order = row.Whole("序号"),
        };
    }
}
