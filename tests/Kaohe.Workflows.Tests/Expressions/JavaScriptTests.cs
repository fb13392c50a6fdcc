using Kaohe.Workflows.Execution.State;
using Xunit;

namespace Kaohe.Workflows.Tests.Expressions;

public sealed class JavaScriptTests
{
    [Theory]
    [InlineData("while (true) {}")]
    [InlineData("function f() { return f(); } return f()")]
    [InlineData("const a = []; while (true) { a.push('x'.repeat(1000)); }")]
    [InlineData("'x'.repeat(1e9)")]
    [InlineData("new Array(1e9).fill(0)")]
    public void Should_stop_a_script_that_wants_too_much(string script)
    {
        var (_, instance) = Flow.Run(Flow.Sequence("s", Flow.ScriptLine("a", script)));

        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);
        Assert.NotNull(instance.State.Incidents[0].Cause);
    }

    [Theory]
    [InlineData("System.IO.File.ReadAllText('/etc/passwd')")]
    [InlineData("importNamespace('System.IO')")]
    [InlineData("getCorrelationId.GetType()")]
    [InlineData("eval('1')")]
    [InlineData("new Function('return 1')()")]
    public void Should_give_scripts_no_way_out(string script)
    {
        var (_, instance) = Flow.Run(Flow.Sequence("s", Flow.ScriptLine("a", script)));

        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);
    }

    [Fact]
    public void Should_not_let_one_script_see_the_names_of_another()
    {
        var (host, _) = Flow.Run(Flow.Sequence(
            "s", Flow.ScriptLine("a", "const x = 1; leak = 2; return x"), Flow.ScriptLine("b", "const x = 3; return x"), Flow.ScriptLine("c", "typeof leak")));

        Assert.Equal(["1", "3", "undefined"], host.Lines);
    }

    [Fact]
    public void Should_tell_the_time_of_the_burst_in_China()
    {
        var (host, _) = Flow.Run(Flow.Sequence("s", Flow.ScriptLine("a", "const d = new Date(); return `${d.getFullYear()}-${d.getMonth() + 1}-${d.getDate()} ${d.getHours()}`")));

        Assert.Equal(["2026-3-2 9"], host.Lines);
    }

    [Fact]
    public void Should_write_changes_of_the_variables_object_back()
    {
        var (host, _) = Flow.Run(
            Flow.Sequence("s", Flow.ScriptLine("a", "variables.N = variables.N + 1; return 'x'"), Flow.ScriptLine("b", "getN()"), Flow.ScriptLine("c", "variables.O.list[1]")),
            Flow.Variable("N", "Int32", "41"), Flow.Variable("O", "ObjectDictionary", """{"list":[1,"二"]}"""));

        Assert.Equal(["x", "42", "二"], host.Lines);
    }

    [Fact]
    public void Should_choose_outcomes_by_script()
    {
        var script = Flow.Activity("j", "Elsa.RunJavaScript", ("script", Flow.Literal("String", "setOutcome('通过'); 5")), ("possibleOutcomes", Flow.Expression("String[]", "Object", """["通过","退回"]""")));
        var (host, _) = Flow.Run(Flow.Chart("fc", [script, Flow.Line("p", "P"), Flow.Line("r", "R")], "j:通过>p", "j:退回>r"));

        Assert.Equal(["P"], host.Lines);
    }

    [Fact]
    public void Should_render_liquid_with_variables_and_input()
    {
        var (host, _) = Flow.Run(
            Flow.Sequence("s", Flow.Activity("a", "Elsa.WriteLine", ("text", Flow.Expression("String", "Liquid", "{{ Variables.Unit.name }}：{% for x in Variables.Unit.list %}{{ x }};{% endfor %}")))),
            Flow.Variable("Unit", "ObjectDictionary", """{"name":"代县","list":[1,2]}"""));

        Assert.Equal(["代县：1;2;"], host.Lines);
    }
}
