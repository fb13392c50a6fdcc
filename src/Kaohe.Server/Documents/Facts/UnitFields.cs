using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Units;

namespace Kaohe.Server.Documents.Facts;

/// <summary>Fields about the one unit that a document is about.</summary>
internal static class UnitFields
{
    public static void Add(Dictionary<string, object?> fields, Unit unit, IReadOnlyDictionary<string, Official> officials)
    {
        var head = UnitHead.Of(unit, officials.Values);
        fields["被考核单位"] = unit.Name;
        fields["被督查单位"] = unit.Name;
        fields["整改单位"] = unit.Name;
        fields["责任单位"] = unit.Name;
        fields["测评对象"] = unit.Name;
        fields["主送机关"] = unit.Name;
        if (head is not null)
        {
            fields["谈话对象"] = head.Post.Length > 0 ? $"{head.Name}（{head.Post}）" : head.Name;
            fields["单位负责人"] = head.Name;
            fields["责任单位负责人"] = head.Name;
        }
    }
}
