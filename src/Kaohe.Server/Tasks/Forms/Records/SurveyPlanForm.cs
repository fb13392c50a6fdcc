namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>民意调查方案, or how the sheets of the 社会评价 go out.</summary>
public sealed class SurveyPlanForm : TaskForm
{
    /// <summary>Sample, or sheets, for each unit.</summary>
    public int? SampleSize { get; set; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>对象和方式.</summary>
    public string Method { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.When(SampleSize is null or < 1 or > 100_000, "sampleSize", "请填写每个单位的样本量（1 到 100000）。");
        problems.Period("from", From, "until", Until, "调查");
        problems.Text("method", Method, "对象和方式");
    }
}
