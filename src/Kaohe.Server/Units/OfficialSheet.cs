using Kaohe.Assessment;
using Kaohe.Assessment.Officials;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Sheets;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;

namespace Kaohe.Server.Units;

/// <summary>Officials by Excel.</summary>
/// <param name="units">Saves.</param>
public sealed class OfficialSheet(UnitService units) : SheetPort
{
    private static readonly Dictionary<string, PostRank> _ranks = new()
    {
        ["班子正职"] = PostRank.Head, ["班子成员"] = PostRank.Member, ["工作人员"] = PostRank.Staff,
    };

    private static readonly Dictionary<string, string> _fields = new()
    {
        ["id"] = "编号", ["name"] = "姓名", ["post"] = "职务", ["unitId"] = "单位", ["email"] = "邮箱",
    };

    /// <inheritdoc/>
    public override string Kind => "officials";

    /// <inheritdoc/>
    public override string Title => "人员";

    /// <inheritdoc/>
    public override IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("编号", "人员的固定编号，只用英文字母、数字和短横线，以后不再改", IsRequired: true, "xinfu-head"),
        new("姓名", "", IsRequired: true, "王喆"),
        new("单位", "填单位简称", IsRequired: true, "忻府区"),
        new("职务", "", IsRequired: true, "区委书记"),
        new("身份", "班子正职、班子成员 或 工作人员", IsRequired: true, "班子正职"),
        new("登录名", "有账号的填写", Example: "忻府区委书记"),
        new("邮箱", "名称@域名"),
    ];

    /// <inheritdoc/>
    public override async Task<byte[]> ExportAsync(KaoheDb db, Actor actor, int year, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.SeeAllUnits, cancellationToken: cancellationToken);
        var names = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id, unit => unit.ShortName);
        return SheetFile.Write(
            Title,
            Columns,
            (await db.OfficialsAsync(cancellationToken)).Select(official => new object?[]
            {
                official.Id, official.Name, names.GetValueOrDefault(official.UnitId, official.UnitId), official.Post,
                _ranks.First(rank => rank.Value == official.Rank).Key, official.Account, official.Email,
            }),
            withHelp: false);
    }

    /// <inheritdoc/>
    public override async Task<ImportResult> ImportAsync(KaoheDb db, Actor actor, int year, Stream content, CancellationToken cancellationToken)
    {
        var names = (await db.UnitsAsync(cancellationToken)).GroupBy(unit => unit.ShortName).ToDictionary(same => same.Key, same => same.First().Id);
        var (items, problems) = ReadAll(SheetFile.Read(Title, Columns, content), row => new Official
        {
            Id = row.Text("编号"),
            Name = row.Text("姓名"),
            UnitId = row.Choice("单位", names) ?? "",
            Post = row.Text("职务"),
            Rank = row.Choice("身份", _ranks),
            Account = row.Text("登录名"),
            Email = row.Text("邮箱"),
        });
        await SaveAsync(
            problems,
            () => units.SaveOfficialsAsync(db, actor, items.ConvertAll(each => each.Item), cancellationToken),
            problem => At(
                problem,
                _fields.GetValueOrDefault(problem.Path[(problem.Path.LastIndexOf('.') + 1)..], "编号"),
                [.. items.Where(each => problem.Path.StartsWith($"officials[{each.Item.Id}]", StringComparison.Ordinal)).Select(each => each.Row)]));
        return new ImportResult(items.Count, $"已导入 {items.Count} 名人员。");
    }
}
