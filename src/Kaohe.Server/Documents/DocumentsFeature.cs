using Kaohe.Activities.Effects;
using Kaohe.Server.Documents.Acting;
using Kaohe.Server.Documents.Api;
using Kaohe.Server.Documents.Archive;
using Kaohe.Server.Documents.Effects;
using Kaohe.Server.Documents.Facts;
using Kaohe.Server.Documents.Facts.Sources;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Documents.Materials;
using Kaohe.Server.Documents.Pages;
using Kaohe.Server.Documents.Reading;
using Kaohe.Server.Documents.Rendering;
using Kaohe.Server.Documents.Templates;
using Kaohe.Server.Documents.Viewer;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;
using Kaohe.Server.Shell.Tours;
using Kaohe.Server.Shell.Workbench;
using Kaohe.Server.Tasks;
using Kaohe.Storage.Outbox;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kaohe.Server.Documents;

/// <summary>Official documents: drafted from templates, signed, numbered, sealed, issued, received, archived.</summary>
public sealed class DocumentsFeature : ServerFeature
{
    /// <inheritdoc />
    public override IEnumerable<NavigationEntry> Navigation =>
    [
        new(NavigationArea.Documents, "公文", "/documents", 1, RoleCodes.Office, RoleCodes.Leader, RoleCodes.Unit, RoleCodes.Team),
        new(NavigationArea.Documents, "签发", "/sign", 2, RoleCodes.Leader),
        new(NavigationArea.Documents, "发文登记簿", "/documents/register", 3, RoleCodes.Office),
        new(NavigationArea.Documents, "公文模板", "/templates", 4, RoleCodes.Office),
    ];

    /// <inheritdoc />
    public override IEnumerable<WorkbenchWidget> Widgets => [WorkbenchWidget.Of<ToSignWidget>(9, WidgetPlace.Main, RoleCodes.Leader)];

    /// <inheritdoc />
    public override IEnumerable<TourStep> Tour =>
    [
        new(40, "签发", "请您签发的公文在这里，读完原文，输入本人口令即可签发，也可以写明意见退回。", "/sign", RoleCodes.Leader),
        new(41, "公文", "发给本单位的公文在这里查看和签收。", "/documents", RoleCodes.Unit),
        new(41, "公文", "各环节的公文都在这里：缺什么、等谁、谁还没签收，一目了然。", "/documents", RoleCodes.Office),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DocumentOptions>().Bind(configuration.GetSection(DocumentOptions.Section));
        services.TryAddSingleton<IDocumentFacts, AssessmentFacts>();
        services.AddSingleton<YearScores>();
        services.AddSingleton<IFieldSource, SupervisionSource>();
        services.AddSingleton<IFieldSource, SelfAssessmentSource>();
        services.AddSingleton<IFieldSource, VisitSource>();
        services.AddSingleton<IFieldSource, SignInSource>();
        services.AddSingleton<IFieldSource, RatingFormSource>();
        services.AddSingleton<IFieldSource, TallySource>();
        services.AddSingleton<IFieldSource, SurveySource>();
        services.AddSingleton<IFieldSource, SocialSource>();
        services.AddSingleton<IFieldSource, TeamReportSource>();
        services.AddSingleton<IFieldSource, GradePaperSource>();
        services.AddSingleton<IFieldSource, ResponsibilitySource>();
        services.AddSingleton<IFieldSource, AdmonitionSource>();
        services.AddSingleton<IFieldSource, ReportOpinionSource>();
        services.AddSingleton<IFieldSource, ClosureSource>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<SiteFonts>();
        services.AddSingleton<Shell.Hosting.IStartNotice, FontNotice>();
        services.AddSingleton<SiteSigner>();
        services.AddSingleton<WordTemplates>();
        services.AddSingleton<PdfMaker>();
        services.AddSingleton<TemplateDesk>();
        services.AddSingleton<CadreMaterial>();
        services.AddSingleton<DocumentFiles>();
        services.AddSingleton<DocumentFields>();
        services.AddSingleton<DocumentRenderer>();
        services.AddSingleton<DocumentDesks>();
        services.AddSingleton<DocumentReader>();
        services.AddSingleton<FinalFiles>();
        services.AddSingleton<SignTasks>();
        services.AddSingleton<DocumentLedger>();
        services.AddSingleton<DocumentRegister>();
        services.AddSingleton<YearArchive>();
        services.AddScoped<SignerProof>();
        services.AddScoped<DocumentActs>();
        services.AddTaskEffect<ReceiptTaskEffect>();
        services.AddTaskEffect<SignOffTaskEffect>();
        services.AddTaskEffect<CountersignEffect>();
        services.AddEffectHandler<DraftDocumentHandler>(KaoheEffects.DraftDocument);
        services.AddEffectHandler<GenerateLetterHandler>(KaoheEffects.GenerateLetter);
        services.AddEffectHandler<IssueDocumentHandler>(KaoheEffects.IssueDocument);
        services.AddEffectHandler<DraftOneHandler>(DocumentEffects.DraftOne);
        services.AddEffectHandler<FinishDocumentHandler>(DocumentEffects.Finish);
        services.AddEffectHandler<CountersignHandler>(DocumentEffects.Countersign);
    }

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapDocumentApi();
        endpoints.MapTemplateApi();
        endpoints.MapArchiveApi();
        endpoints.MapMaterialApi();
        endpoints.MapViewerFiles();
    }
}
