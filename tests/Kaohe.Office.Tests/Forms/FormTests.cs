using System.Text.Json;
using Kaohe.Office.Forms;

namespace Kaohe.Office.Tests.Forms;

public sealed class FormTests
{
    private static readonly FormDefinition Form = new()
    {
        Id = "f1",
        Title = "督查记录",
        Steps = ["Fill", "Show"],
        Fields =
        [
            new TextField { Name = "summary", Label = "情况", IsRequired = true, MinimumLength = 2, MaximumLength = 5, Help = "简要写明" },
            new NumberField { Name = "rate", Label = "完成率", Unit = "%", Minimum = 0, Maximum = 100, Decimals = 1 },
            new DateField { Name = "day", Label = "督查日期", Earliest = new(2026, 1, 1), Latest = new(2026, 12, 31) },
            new ChoiceField { Name = "result", Label = "结论", IsRequired = true, Options = [new("ok", "符合"), new("no", "不符合")] },
            new ChoiceField { Name = "kinds", Label = "类别", IsMultiple = true, Options = [new("a", "经济"), new("b", "民生")] },
            new TableField
            {
                Name = "items",
                Label = "问题清单",
                MinimumRows = 1,
                MaximumRows = 2,
                Columns = [new TextField { Name = "what", Label = "问题", IsRequired = true }, new UnitField { Name = "who", Label = "责任单位" }],
            },
            new FileField { Name = "files", Label = "佐证", MaximumFiles = 1 },
            new PersonField { Name = "by", Label = "督查人" },
            new TextField { Name = "review", Label = "复核意见", Rights = new Dictionary<string, FieldRight> { ["Fill"] = FieldRight.Hidden, ["Show"] = FieldRight.Read } },
        ],
    };

    private static readonly global::Json.Schema.JsonSchema Schema = global::Json.Schema.JsonSchema.FromText(Form.ToSchema());

    private static readonly FormValidator Validator = new(Form, new FormLookups(id => id == "office-1", id => id == "dingxiang", hash => hash == "abc"));

    [Fact]
    public void Should_accept_what_fits_the_form() => Assert.Empty(Validator.Check(Json(
        """
        { "summary": "已完成𬱖", "rate": 96.5, "day": "2026-03-02", "result": "ok", "kinds": ["a", "b"],
          "items": [{ "what": "台账不全", "who": "dingxiang" }], "files": ["abc"], "by": "office-1", "review": "同意" }
        """)));

    [Fact]
    public void Should_name_every_problem_at_once_with_its_path() => Assert.Equal(
        [
            ("data.summary", "TextTooLong", "“情况”最多5个字，现在是6个。"),
            ("data.rate", "NumberOutOfRange", "“完成率”应在0到100%之间，现在是100.25%。"),
            ("data.rate", "NumberTooFine", "“完成率”最多1位小数，现在是100.25。"),
            ("data.day", "DateTooLate", "“督查日期”不能晚于2026-12-31。"),
            ("data.result", "FieldRequired", "请填写“结论”。"),
            ("data.kinds", "OptionUnknown", "“类别”没有“c”这个选项，请选择：经济、民生。"),
            ("data.items", "RowsTooMany", "“问题清单”最多填2行，现在是3行。"),
            ("data.items[1].what", "FieldRequired", "第2行：请填写“问题”。"),
            ("data.items[2].who", "ReferenceUnknown", "第3行：“责任单位”所选的单位不存在，请从名单中重新选择。"),
            ("data.files", "FilesTooMany", "“佐证”最多1个附件，现在是2个。"),
            ("data.files[1]", "FileUnknown", "“佐证”的第2个附件没有上传成功，请重新上传。"),
            ("data.by", "ReferenceUnknown", "“督查人”所选的人员不存在，请从名单中重新选择。"),
            ("data.extra", "FieldUnknown", "表单里没有“extra”这一项，请刷新页面后重新填写。"),
        ],
        Validator.Check(Json(
            """
            { "summary": "一二三四五六", "rate": 100.25, "day": "2027-01-01", "result": " ", "kinds": ["c"],
              "items": [{ "what": "一" }, { "what": "" }, { "what": "三", "who": "nowhere" }], "files": ["abc", "x"], "by": "nobody", "extra": 1 }
            """)).Select(problem => (problem.Path, problem.Code, problem.Message)));

    [Theory]
    [InlineData("""{ "summary": 1, "result": "ok" }""", "data.summary", "“情况”应填文字。")]
    [InlineData("""{ "summary": "完成", "result": ["ok"] }""", "data.result", "“结论”应填单项选择。")]
    [InlineData("""{ "summary": "完成", "result": "ok", "rate": "96" }""", "data.rate", "“完成率”应填数字。")]
    [InlineData("""{ "summary": "完成", "result": "ok", "day": "3月2日" }""", "data.day", "“督查日期”应填日期（如2026-03-31）。")]
    [InlineData("""{ "summary": "完成", "result": "ok", "items": [1] }""", "data.items", "“问题清单”应填表格。")]
    [InlineData("""{ "summary": "完成", "result": "ok", "files": "abc" }""", "data.files", "“佐证”应填附件。")]
    [InlineData("""{ "summary": "完成", "result": "ok", "by": 7 }""", "data.by", "“督查人”应填人员。")]
    [InlineData("""{ "summary": "完", "result": "ok" }""", "data.summary", "“情况”至少2个字，现在是1个。")]
    [InlineData("[]", "data", "提交的内容不是表单数据，请刷新页面后重新填写。")]
    public void Should_say_in_Chinese_what_kind_of_value_is_wanted(string json, string path, string message)
    {
        var problem = Assert.Single(Validator.Check(Json(json)));
        Assert.Equal((path, message), (problem.Path, problem.Message));
    }

    [Theory]
    [InlineData("Fill")]
    [InlineData("Show")]
    public void Should_let_nobody_change_a_field_their_step_may_not_edit(string step)
    {
        var before = Json("""{ "summary": "完成", "result": "ok", "review": "同意" }""");
        Assert.Empty(Validator.Check(before, step, before));
        Assert.Empty(Validator.Check(Json("""{ "summary": "完成", "result": "no" }"""), step, before));
        var changed = Validator.Check(Json("""{ "summary": "完成", "result": "ok", "review": "不同意" }"""), step, before);
        Assert.Equal(("data.review", "FieldNotEditable"), (Assert.Single(changed).Path, changed[0].Code));
        Assert.Empty(Validator.Check(Json("""{ "summary": "完成", "result": "ok", "review": "不同意" }"""), "Review", before));
    }

    [Fact]
    public void Should_not_ask_for_a_required_field_that_the_step_may_not_edit()
    {
        var form = Form with { Fields = [new TextField { Name = "a", Label = "甲", IsRequired = true, Rights = new Dictionary<string, FieldRight> { ["Fill"] = FieldRight.Hidden } }] };
        FormValidator validator = new(form, new FormLookups(_ => true, _ => true, _ => true));
        Assert.Empty(validator.Check(Json("{}"), "Fill"));
        Assert.Single(validator.Check(Json("{}"), "Review"));
        Assert.True(form.CanBeBatched("Fill"));
        Assert.False(form.CanBeBatched("Review"));
    }

    [Fact]
    public void Should_survive_storage_as_JSON_Schema()
    {
        var (form, problems) = FormDefinition.FromSchema(Form.ToSchema());
        Assert.Empty(problems);
        Assert.Equal(Form.ToSchema(), form!.ToSchema());
        Assert.Equal(Form.Fields.Select(field => field.GetType()), form.Fields.Select(field => field.GetType()));
        Assert.Equal("%", Assert.IsType<NumberField>(form.Fields[1]).Unit);
        Assert.Equal(FieldRight.Read, form.Fields[^1].RightAt("Show"));
        Assert.Contains("https://json-schema.org/draft/2020-12/schema", Form.ToSchema(), StringComparison.Ordinal);
        Assert.Contains("\"x-kaohe\":", Form.ToSchema(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "summary": "已完成", "rate": 96.5, "day": "2026-03-02", "result": "ok", "kinds": ["a"], "items": [{ "what": "台账" }], "files": ["abc"], "by": "office-1" }""", true)]
    [InlineData("""{ "summary": "已完成", "result": "ok" }""", true)]
    [InlineData("""{ "result": "ok" }""", false)]
    [InlineData("""{ "summary": "一二三四五六", "result": "ok" }""", false)]
    [InlineData("""{ "summary": "已完成", "result": "maybe" }""", false)]
    [InlineData("""{ "summary": "已完成", "result": "ok", "rate": 100.5 }""", false)]
    [InlineData("""{ "summary": "已完成", "result": "ok", "rate": 96.55 }""", false)]
    [InlineData("""{ "summary": "已完成", "result": "ok", "kinds": ["c"] }""", false)]
    [InlineData("""{ "summary": "已完成", "result": "ok", "items": [{ "who": "dingxiang" }] }""", false)]
    [InlineData("""{ "summary": "已完成", "result": "ok", "items": [{ "what": "一" }, { "what": "二" }, { "what": "三" }] }""", false)]
    [InlineData("""{ "summary": "已完成", "result": "ok", "files": ["abc", "abc"] }""", false)]
    [InlineData("""{ "summary": "已完成", "result": "ok", "extra": 1 }""", false)]
    [InlineData("[]", false)]
    public void Should_agree_with_another_validator_of_draft_2020_12(string json, bool isValid)
    {
        Assert.Equal(isValid, Schema.Evaluate(Json(json)).IsValid);
        Assert.Equal(isValid, Validator.Check(Json(json)).Count == 0);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{ "title": "t", "properties": { "a": { "title": "b", "x-kaohe": { "kind": "video" } } } }""")]
    [InlineData("""{ "title": "t", "properties": { "a": { "title": "b" } } }""")]
    [InlineData("""{ "title": "t", "properties": { "a": { "title": "b", "maxLength": "five", "x-kaohe": { "kind": "date", "earliest": "soon" } } } }""")]
    public void Should_say_when_a_definition_cannot_be_read(string json)
    {
        var (form, problems) = FormDefinition.FromSchema(json);
        Assert.Null(form);
        Assert.Equal("FormUnreadable", Assert.Single(problems).Code);
    }

    [Fact]
    public void Should_hold_rights_and_steps_together()
    {
        FormDefinition form = new()
        {
            Id = "f",
            Title = "分步填报",
            Steps = ["填报", "审核"],
            Fields =
            [
                new TextField { Name = "a", Label = "甲", Rights = new Dictionary<string, FieldRight> { ["终审"] = FieldRight.Read } },
                new TextField { Name = "b", Label = "乙", IsRequired = true, Rights = new Dictionary<string, FieldRight> { ["填报"] = FieldRight.Hidden, ["审核"] = FieldRight.Read } },
            ],
        };
        Assert.Equal([("FieldStepUnknown", "fields[0].rights"), ("FieldNeverEditable", "fields[1].rights")], form.Check().Select(problem => (problem.Code, problem.Path)));
        Assert.Equal("FormStepsInvalid", Assert.Single((form with { Steps = ["填报", "审核", "终审", "填报", " "], Fields = [form.Fields[0]] }).Check()).Code);
    }

    [Fact]
    public void Should_name_every_fault_of_a_definition_at_once()
    {
        FormDefinition wrong = new()
        {
            Id = "f",
            Title = " ",
            Fields =
            [
                new TextField { Name = "1a", Label = "", MinimumLength = 5, MaximumLength = 2 },
                new NumberField { Name = "b", Label = "乙", Minimum = 2, Maximum = 1 },
                new NumberField { Name = "b", Label = "乙二", Decimals = 11 },
                new DateField { Name = "d", Label = "日", Earliest = new(2026, 2, 1), Latest = new(2026, 1, 1) },
                new ChoiceField { Name = "c", Label = "选", Options = [new("x", "甲")] },
                new ChoiceField { Name = "c2", Label = "选二", Options = [new("x", "甲"), new("x", "乙")] },
                new FileField { Name = "e", Label = "附", MaximumFiles = 0 },
                new TableField { Name = "t", Label = "表", MinimumRows = 3, MaximumRows = 1, Columns = [new TableField { Name = "t2", Label = "内" }] },
            ],
        };
        Assert.Equal(
            [
                "title", "fields[0].name", "fields[0].label", "fields[0]", "fields[1]", "fields[2]", "fields[3]", "fields[4].options", "fields[5].options", "fields[6]",
                "fields[7].columns", "fields[7]", "fields[7].columns[0].columns", "fields",
            ],
            wrong.Check().Select(problem => problem.Path));
        Assert.Equal("FormEmpty", Assert.Single((wrong with { Title = "有", Fields = [] }).Check()).Code);
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
