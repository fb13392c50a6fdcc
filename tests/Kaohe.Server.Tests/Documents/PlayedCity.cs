using System.Diagnostics;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Kaohe.Activities;
using Kaohe.Activities.Effects;
using Kaohe.Assessment.Admonitions;
using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Rectifications;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Supervision;
using Kaohe.Assessment.Tallies;
using Kaohe.Office.Documents;
using Kaohe.Office.Tasks;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage;
using Kaohe.Storage.Assessment.Indicators;
using Kaohe.Storage.Assessment.Rectifications;
using Kaohe.Storage.Assessment.Results;
using Kaohe.Storage.Assessment.Tallies;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Documents;

/// <summary>The city with what a played year leaves on record for two counties: plans, findings, meeting, tallies, talks, report, 整改.</summary>
public sealed class PlayedCity : DocumentCity
{
    public static readonly DateOnly Day = new(2027, 1, 20);
    public static readonly DateTimeOffset At = new(2027, 1, 20, 16, 0, 0, TimeSpan.FromHours(8));

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public string Certifier => City.Trees.SelectMany(tree => tree.Indicators()).First(one => one.Code == Codes[0]).CertifierUnitId;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var county = City.Units.First(unit => unit.Id == Unit);
        Codes = [.. City.Trees.First(tree => tree.IsFor(county)).Indicators().Select(indicator => indicator.Code)];
        await Lane.RunAsync(async (db, cancel) =>
        {
            db.AddRange(City.Trees.Select(IndicatorTreeRow.Of));
            db.AddRange(City.Facts.Targets.Select(target => TargetRow.Of(Year, target)));
            db.AddRange(City.Facts.Readings.Select(reading => ReadingRow.Of(Year, reading)));
            db.AddRange(City.Facts.Tallies.Select(tally => TallyRow.Of(Year, TwoPersonTally
                .Enter($"{tally.Component}-{tally.UnitId}", tally, City.Scheme.BallotsOf(tally.Component), City.Teams[0].MemberIds[0], At).Confirm(City.Teams[0].MemberIds[1], At))));
            db.AddRange(City.History.Units.Select(Kaohe.Storage.Assessment.Units.UnitGradeRow.Of));
            db.AddRange(City.History.Persons.Select(Kaohe.Storage.Assessment.Units.PersonGradeRow.Of));
            await db.SaveChangesAsync(cancel);
            await CityWorkAsync(db);
            await UnitWorkAsync(db, Unit);
            await RectifyAsync(db, OtherUnit);
            return true;
        }, Cancel);
    }

    /// <summary>Drafts a paper about a unit as a step would, and waits until it is issued.</summary>
    public async Task<Paper> PaperAsync(string template, string unitId, IReadOnlyDictionary<string, object?>? given = null, bool isSigned = false, IReadOnlyList<string>? audience = null)
    {
        var draft = new DraftDocument
        {
            BookmarkId = "b",
            Item = Guid.NewGuid().ToString("N"),
            CycleYear = Year,
            TemplateName = template,
            Title = template,
            Audience = AudienceSpec.Of(audience ?? [unitId]),
            Data = given ?? new Dictionary<string, object?>(),
            NeedsSignature = isSigned,
        };
        var row = await DraftAsync(draft, one => one.State == (isSigned ? DocumentState.Signing : DocumentState.Issued) || one.State == DocumentState.Drafting);
        var document = DocumentStore.Read(row);
        await using var db = await Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(Cancel);
        var files = await db.Set<DocumentRenditionRow>().AsNoTracking()
            .SingleAsync(one => one.DocumentId == row.Id && one.VersionNumber == (document.FinalFile == null ? document.Current.Number : DocumentRenditionRow.Final), Cancel);
        var store = Services.GetRequiredService<DocumentFiles>();
        var pdf = Path.Combine(Folder, row.Id + ".pdf");
        await File.WriteAllBytesAsync(pdf, await store.ReadAsync(files.PdfSha256!, Cancel), Cancel);
        var word = await store.ReadAsync(files.WordSha256, Cancel);
        Assert.Empty(WordErrors(word));
        if (Environment.GetEnvironmentVariable("KAOHE_KEEP_PAPERS") is { Length: > 0 } keep)
        {
            File.Copy(pdf, Path.Combine(keep, template + ".pdf"), overwrite: true);
            await File.WriteAllBytesAsync(Path.Combine(keep, template + ".docx"), word, Cancel);
        }

        return new Paper(row, document.Current.Text, (await RunAsync("pdftotext", "-raw", pdf, "-")).ReplaceLineEndings(""), files.Problems);
    }

    /// <summary>What Word would have to mend in a file, by its schema.</summary>
    /// <param name="docx">The file.</param>
    public static IReadOnlyList<string> WordErrors(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, Cancel).Select(error => $"{error.Path?.XPath}: {error.Description}")];
    }

    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var output = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return output;
    }

    public Task SubmitAsync(KaoheDb db, string kind, string? unitId, TaskForm? form, string by, string? step = null, string? opinion = null, TaskOutcome? outcome = null, DateTimeOffset? at = null)
    {
        var done = outcome ?? TaskOutcome.Done;
        var task = new HumanTask
        {
            Id = Guid.NewGuid().ToString("N"),
            State = TaskState.Completed,
            Kind = kind,
            Title = kind,
            UnitId = unitId,
            CycleYear = Year,
            StepCode = step,
            Outcomes = [done],
            OutcomeCode = done.Code,
            Opinion = opinion,
            Data = form is null ? null : TaskForms.Write(form),
            EndedAt = at ?? At,
            EndedById = by,
            EndedByName = by,
        };
        return TaskStore.WriteAsync(db, new CascadeResult([task], [], [], [], []), null, Cancel);
    }

    private async Task CityWorkAsync(KaoheDb db)
    {
        await SubmitAsync(db, TaskKinds.SupervisionPlan, null, new SupervisionPlanForm { From = new(2026, 10, 12), Until = new(2026, 10, 23), Focus = "八项指标", Method = "查阅资料、实地察看、座谈了解", TeamsChecked = true }, "考核办甲");
        await SubmitAsync(db, TaskKinds.VisitSchedule, null, new VisitScheduleForm { Period = "1月", Phone = "0350-3039999", Mailbox = "yugao@xinzhou.example", Visits = [new VisitRow { UnitId = Unit, Arrives = Day, Leaves = Day.AddDays(2), MeetingAt = new(14, 30) }] }, "考核办甲");
        await SubmitAsync(db, TaskKinds.SurveyPlan, null, new SurveyPlanForm { SampleSize = 200, From = new(2027, 1, 18), Until = new(2027, 1, 28), Method = "入户和扫码填答相结合" }, "考核办甲", StepCodes.PublicOpinionSurvey);
        await SubmitAsync(db, TaskKinds.SocialRatingPlan, null, new SurveyPlanForm { SampleSize = 50, From = new(2027, 1, 19), Until = new(2027, 1, 29), Method = "现场发放、当场收回" }, "考核办甲", StepCodes.SocialEvaluation);
        await SubmitAsync(db, TaskKinds.SocialRatingTally, null, null, "王㛃", StepCodes.SocialEvaluation);
        await SubmitAsync(db, TaskKinds.TallyConfirmation, null, new RecountForm { Recounted = true, Checkers = "赵昇" }, "考核办乙", StepCodes.SocialEvaluation);
        var scores = new CompositeCalculator(City.Facts).ScoreAll();
        db.AddRange(Ranker.RankAll(City.Scheme, scores).Select(ranking => GradeProposalRow.Of(GradeProposer.Propose(City.Scheme, scores, ranking), At)));
    }

    // Every county reports and has its figures judged; the second of them is corrected, the third refused.
    private async Task SelfAssessmentAsync(KaoheDb db, string unit)
    {
        await SubmitAsync(db, TaskKinds.SelfAssessmentReport, unit, new SelfAssessmentForm
        {
            Completion = "全年主要指标完成较好。", Measures = "任务分解到岗到人。", Shortcomings = "个别项目推进偏慢，原因是用地保障不足。", NextSteps = "二季度前补齐短板。",
            Figures = [new FigureRow { IndicatorCode = Codes[0], Value = 1m, Note = "超额完成" }],
        }, "忻府区甲");
        await SubmitAsync(db, TaskKinds.SelfAssessmentSignature, unit, new SignatureForm { Confirmed = true }, "区委书记高翀");
        var readings = City.Facts.Readings.Where(reading => reading.IndicatorCode == Codes[0]).Take(3).ToList();
        await SubmitAsync(db, TaskKinds.ReadingCertification, Certifier, new CertificationForm
        {
            Items =
            [
                new CertificationRow { UnitId = readings[0].UnitId, IndicatorCode = Codes[0], Value = readings[0].Value, IsCertified = true },
                new CertificationRow { UnitId = readings[1].UnitId, IndicatorCode = Codes[0], Value = readings[1].Value + 1, IsCertified = true, Reason = "与统计年报口径不符" },
                new CertificationRow { UnitId = readings[2].UnitId, IndicatorCode = Codes[0], Value = readings[2].Value, IsCertified = false, Reason = "佐证不足" },
            ],
        }, "刘堃");
    }

    private async Task UnitWorkAsync(KaoheDb db, string unit)
    {
        await SelfAssessmentAsync(db, unit);
        var findings = Codes.Select((code, place) => new FindingRow { IndicatorCode = code, Stated = place == 1 ? Progress.Behind : Progress.OnTrack, Note = place == 1 ? "项目开工不足" : "" });
        await SubmitAsync(db, TaskKinds.SupervisionFinding, unit, new FindingForm { Items = [.. findings], Overall = "任务分解到岗到人，个别指标偏慢。" }, "考核组甲", at: new(2026, 10, 20, 10, 0, 0, TimeSpan.FromHours(8)));
        await SubmitAsync(db, TaskKinds.MeetingRecord, unit, new MeetingForm { HeldOn = Day, Place = "区委报告厅", Chair = "书记", Expected = 6, SignedIn = "甲一、乙二、丙三、丁四、戊五", HeadReported = true, Minutes = "述职" }, "忻府区甲");
        await SubmitAsync(db, TaskKinds.BallotTally, unit, null, "王㛃");
        await SubmitAsync(db, TaskKinds.TallyConfirmation, unit, new RecountForm { Recounted = true, Checkers = "陈𬭎" }, "考核组乙", StepCodes.DemocraticEvaluation);
        TalkRow[] talks =
        [
            new() { With = "马赟", Post = "副区长", On = Day.AddDays(1), At = new(9, 0), Place = "区委三层小会议室", Interviewers = "李堃、王㛃", Record = "如实" },
            new() { With = "高翀", Post = "区委副书记", On = Day, At = new(14, 30), Place = "区委三层小会议室", Interviewers = "李堃、王㛃", Record = "如实" },
        ];
        await SubmitAsync(db, TaskKinds.InterviewPlan, unit, new InterviewPlanForm { Talks = [.. talks] }, "考核组甲");
        await SubmitAsync(db, TaskKinds.InterviewRecord, unit, new InterviewRecordForm { Talks = [.. talks], Summary = "团结" }, "考核组甲");
        await SubmitAsync(db, TaskKinds.TeamReport, unit, new TeamReportForm { Performance = "主要经济指标完成较好。", Achievements = "重点项目推进有力。", Shortcomings = "1.固定资产投资偏慢\n2.佐证材料不全", Opinion = "建议按综合得分评定。" }, "考核组甲");
        await SubmitAsync(db, TaskKinds.TeamReportSignature, unit, new TeamSignatureForm { Confirmed = true, Signers = "全体", Dissent = "个别成员认为应从严" }, "考核组乙", at: new(2027, 2, 1, 9, 0, 0, TimeSpan.FromHours(8)));
    }

    private async Task RectifyAsync(KaoheDb db, string unit)
    {
        const string checker = "考核办甲";
        var report = new RectificationReport
        {
            Causes = "跟踪不够",
            Measures =
            [
                new RectificationMeasure("固定资产投资未完成", "新开工项目6个，按周调度", City.Officials.First(one => one.UnitId == unit).Id, new DateOnly(2027, 6, 30)),
                new RectificationMeasure("佐证材料不全", "建立佐证台账", City.Officials.First(one => one.UnitId == unit).Id, new DateOnly(2027, 5, 31)),
            ],
        };
        var at = new DateTimeOffset(2027, 4, 20, 9, 0, 0, TimeSpan.FromHours(8));
        var completion = new RectificationCompletion { Measures = [new(true, "6个项目均已开工"), new(false, "台账只建到4月")], Statement = "投资进度已赶上，台账正在补齐，申请销号。" };
        MeasureFinding[] found = [new(true, "实地看了6个项目"), new(true, "抽查台账20份，已补到6月")];
        var done = new Rectification { Id = "r", UnitId = unit, Year = Year, Cause = "等次为差", NoticedOn = new DateOnly(2027, 4, 1), DueOn = new DateOnly(2027, 5, 6) }
            .Submit(report, "p-other", at).PassReview("措施可行", "p-office", at).Approve("同意", "p-leader", at)
            .ReportCompletion(completion, "原平市甲", at.AddDays(66)).PassRecheck("实地看了6个项目，均已开工。", checker, at.AddDays(80), found, new DateOnly(2027, 7, 8));
        db.Add(RectificationRow.Of(done, null));
        await SubmitAsync(db, TaskKinds.RectificationReport, unit, new RectificationForm { Causes = "跟踪不够" }, "原平市甲", at: at);
        await SubmitAsync(db, TaskKinds.RectificationReview, unit, null, "赵昇", opinion: "退回补充", outcome: TaskOutcome.Disagree, at: at.AddDays(1));
        await SubmitAsync(db, TaskKinds.RectificationReview, unit, null, "赵昇", opinion: "措施可行，报领导审批。", at: at.AddDays(2));
        await SubmitAsync(db, TaskKinds.RectificationApproval, unit, null, "市长郝镕", opinion: "同意按报告整改。", at: at.AddDays(3));
        await SubmitAsync(db, TaskKinds.RectificationCompletion, unit, new RectificationCompletionForm { Statement = completion.Statement }, "原平市甲", at: at.AddDays(66));
        await SubmitAsync(db, TaskKinds.RectificationRecheck, unit, new RecheckForm { VisitedOn = new DateOnly(2027, 7, 8), Finding = "实地看了6个项目，均已开工。" }, checker, at: at.AddDays(80));
        await SubmitAsync(db, TaskKinds.RectificationClosing, unit, null, "考核办主任丙", at: at.AddDays(81));
        var talk = new Admonition { Id = "a", UnitId = unit, OfficialId = $"{unit}-head", Year = Year, Reasons = ["得分在本组排在最后一名（第 14 名）。"] };
        db.Add(AdmonitionRow.Of(talk.Arrange(new DateTimeOffset(2027, 4, 28, 15, 0, 0, TimeSpan.FromHours(8)), "市委二号楼谈话室", City.LeadingGroup.LeaderId, "p-office", at)));
        db.Add(ConsequenceRow.Of(new Consequence
        {
            Kind = ConsequenceKind.Admonition, Rule = nameof(AdmonishLastOrPoorUnitsRule), UnitId = unit, Year = Year, Citation = "讲话二（三）一", Reasons = ["得分在本组排在最后一名（第 14 名）。", $"{Year}年度考核等次为“差”。"],
        }));
    }
}

/// <summary>A drafted paper as people read it.</summary>
/// <param name="Row">The document.</param>
/// <param name="Word">Text of the Word file.</param>
/// <param name="Pdf">Text of the PDF without line ends.</param>
/// <param name="Problems">What stands against it, as JSON.</param>
public sealed record Paper(DocumentRow Row, string Word, string Pdf, string Problems);
