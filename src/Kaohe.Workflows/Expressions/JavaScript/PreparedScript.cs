using Acornima.Ast;
using Jint;

namespace Kaohe.Workflows.Expressions.JavaScript;

/// <summary>A parsed script and what the scope must know about it before it runs.</summary>
internal sealed class PreparedScript
{
    public PreparedScript(Prepared<Script> script)
    {
        Script = script;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in script.Program!.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case Identifier identifier:
                    names.Add(identifier.Name);
                    break;
                case AssignmentExpression or UpdateExpression or Declaration:
                    LeavesTraces = true;
                    break;
            }
        }

        Names = [.. names];
    }

    public Prepared<Script> Script { get; }

    /// <summary>Every identifier in the script: only what it mentions is put into its scope.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether it declares or assigns names, so that it must not share its engine with other scripts.</summary>
    public bool LeavesTraces { get; }
}
