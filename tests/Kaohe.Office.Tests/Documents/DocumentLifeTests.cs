using Kaohe.Office.Documents;
using Kaohe.Office.Documents.Commands;
using Kaohe.Office.Documents.Rules;
using Kaohe.Office.People;
using static Kaohe.Office.Tests.GivenOffice;

namespace Kaohe.Office.Tests.Documents;

public sealed class DocumentLifeTests
{
    [Fact]
    public void Should_go_from_draft_to_archive_with_a_line_for_every_step()
    {
        var given = new GivenDocument().Submit().Check().Sign().Number().Seal().Issue().Receive(UnitHandler, "dingxiang").Receive(OtherUnit, "wutai");
        given.Do(Clerk, new ArchiveDocument { OperationId = "", Actor = Actor.System, At = Now });
        Assert.Equal(DocumentState.Archived, given.Document.State);
        Assert.Equal(
            [
                "3月2日 16:20 考核办经办人 拟稿：关于开展第一季度督查的通知",
                "3月2日 16:20 考核办经办人 送核：第1稿",
                "3月2日 16:20 考核办副主任 核稿通过：文字已核",
                "3月2日 16:20 市委组织部部长 签发：同意印发",
                "3月2日 16:20 考核办经办人 编号：忻考办〔2026〕1号",
                "3月2日 16:20 考核办经办人 用印：sealed.pdf",
                "3月2日 16:20 考核办经办人 印发：2个单位",
                "3月2日 16:20 定襄县经办人 签收：定襄县",
                "3月2日 16:20 五台县经办人 签收：五台县",
                "3月2日 16:20 五台县经办人 全部签收",
                "3月2日 16:20 考核办经办人 归档",
            ],
            given.History);
        Assert.Contains("已归档", given.Refused<DocumentMustBeInState>(Clerk, new VoidDocument { OperationId = "", Actor = Actor.System, At = Now, Reason = "x" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_leave_out_the_steps_a_document_does_not_need()
    {
        var given = new GivenDocument(draft => draft with { Checkers = [], Signers = [], NeedsNumber = false, NeedsSeal = false, NeedsReceipts = false }).Submit();
        Assert.Equal(DocumentState.Issuing, given.Document.State);
        given.Issue();
        Assert.Empty(given.Document.Receipts);
        Assert.Equal(given.Document.Current.File, given.Document.FinalFile);
    }

    [Fact]
    public void Should_skip_no_step_of_its_life()
    {
        var given = new GivenDocument().Submit();
        Assert.Equal("公文现在是“待核稿”，不能“印发”。", given.Refused<DocumentMustBeInState>(Chief, new IssueDocument { OperationId = "", Actor = Actor.System, At = Now }));
        given.Refused<DocumentMustBeInState>(Clerk, new SubmitDocument { OperationId = "", Actor = Actor.System, At = Now });
    }

    [Fact]
    public void Should_return_from_each_check_and_keep_opinions_and_versions()
    {
        var given = new GivenDocument().Submit().Return(Chief, "主送单位有误").Revise("二稿").Submit().Check().Return(Leader, "时间再斟酌").Revise("三稿").Submit().Check().Sign();
        Assert.Equal([1, 2, 3], given.Document.Versions.Select(version => version.Number));
        Assert.Equal(
            [("退回", 1, "主送单位有误"), ("核稿通过", 2, "文字已核"), ("退回", 2, "时间再斟酌"), ("核稿通过", 3, "文字已核"), ("签发", 3, "同意印发")],
            given.Document.Opinions.Select(opinion => (opinion.Verb, opinion.VersionNumber, opinion.Text!)));
        given.Refused<ReasonMustBeGiven>(Clerk, new ReturnDocument { OperationId = "", Actor = Actor.System, At = Now, From = DocumentState.Numbering, Reason = " " });
    }

    [Fact]
    public void Should_lose_the_signature_but_keep_the_number_when_returned_after_signing()
    {
        var given = new GivenDocument().Submit().Check().Sign().Number().Return(Clerk, "日期有误");
        Assert.Equal((DocumentState.Drafting, null, "忻考办〔2026〕1号"), (given.Document.State, given.Document.Signature, given.Document.Number!.ToString()));
        given.Revise("改正稿").Submit().Check().Sign();
        Assert.Equal(DocumentState.Sealing, given.Document.State); // the number is not given twice
    }

    [Fact]
    public void Should_let_a_checker_correct_the_text_as_a_new_version()
    {
        ReviseDocument correction = new() { OperationId = "", Actor = Actor.System, At = Now, File = GivenDocument.File("核稿"), Text = "核稿", AsChecker = true };
        var given = new GivenDocument().Submit().Do(Chief, correction);
        Assert.Equal((2, Chief.Ref), (given.Document.Current.Number, given.Document.Current.By));
        given.Refused<ActorMustHaveDocumentRight>(Clerk, correction);
    }

    [Fact]
    public void Should_not_let_the_drafter_check_or_sign()
    {
        var given = new GivenDocument(draft => draft with { Checkers = [Candidate.OfRole("office")], Signers = [Candidate.OfPerson(Clerk.Id), Candidate.OfPerson(Leader.Id)] }).Submit();
        given.Refused<ActorMustHaveDocumentRight>(Clerk, new PassCheck { OperationId = "", Actor = Actor.System, At = Now });
        given.Check();
        given.Refused<ActorMustHaveDocumentRight>(Clerk, given.Signing());
        given.Office.WithDelegation(Leader, Clerk, DelegationScope.Everything);
        given.Refused<ActorMustHaveDocumentRight>(Clerk, given.Signing());
    }

    [Fact]
    public void Should_refuse_a_document_that_only_its_drafter_could_sign()
    {
        var office = new GivenOffice();
        var draft = new GivenDocument().Document with { Signers = [Candidate.OfPerson(Clerk.Id)], Title = "" };
        Assert.Equal(
            [nameof(DocumentMustHaveTitle), nameof(DecidersMustExist)],
            new DocumentDesk(office.Desk.Directory, new DocumentPolicy()).Draft(draft, Now).Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Should_sign_only_with_the_leaders_own_word_and_the_file_that_was_read()
    {
        var given = new GivenDocument().Submit().Check();
        Assert.Equal(
            [nameof(SignerMustConfirmIdentity), nameof(SignatureMustCoverShownFile)],
            given.Try(Leader, given.Signing() with { IdentityConfirmed = false, Sha256 = "00" }).Problems.Select(problem => problem.Code));
        given.Sign();
        Assert.Equal((Leader.Ref, null, 1), (given.Document.Signature!.By, given.Document.Signature.Principal, given.Document.Signature.VersionNumber));
        Assert.Equal("已由他人处理：市委组织部部长于3月2日 16:20签发。", given.Refused<DocumentMustBeInState>(Leader, given.Signing()));
    }

    [Fact]
    public void Should_stop_a_signature_that_the_renderer_found_a_fault_for()
    {
        var given = new GivenDocument().Submit().Check();
        var problems = given.Try(Leader, given.Signing() with { Findings = [new Problem("GlyphMissing", "text", "字体缺少“𬱖”字。")] }).Problems;
        Assert.Equal("GlyphMissing", Assert.Single(problems).Code);
    }

    [Fact]
    public void Should_let_a_proxy_sign_only_within_a_delegation_for_signing_and_record_both_names()
    {
        var given = new GivenDocument().Submit().Check();
        given.Office.WithDelegation(Leader, Deputy);
        given.Refused<ActorMustHaveDocumentRight>(Deputy, given.Signing());

        var other = new GivenDocument().Submit().Check();
        other.Office.WithDelegation(Leader, Deputy, DelegationScope.Everything);
        other.Do(Deputy, other.Signing());
        Assert.Equal((Deputy.Ref, Leader.Ref), (other.Document.Signature!.By, other.Document.Signature.Principal));
        Assert.Equal("3月2日 16:20 常务副部长（代市委组织部部长） 签发：同意印发", other.History[^1]);
    }

    [Fact]
    public void Should_do_nothing_twice_and_refuse_an_older_revision()
    {
        var given = new GivenDocument();
        SubmitDocument submit = new() { OperationId = "same", Actor = given.Office.As(Clerk), At = Now, ExpectedRevision = 1 };
        var first = given.Desk.Handle(given.Document, submit);
        var again = given.Desk.Handle(first.Document, submit with { At = Now.AddMinutes(1) });
        Assert.True(again.IsRepeat);
        Assert.Empty(again.Events);
        given.Submit();
        given.Refused<RevisionMustMatch>(Chief, new PassCheck { OperationId = "", Actor = Actor.System, At = Now, ExpectedRevision = 1 });
    }

    [Fact]
    public void Should_take_only_the_number_that_was_given_to_it()
    {
        var given = new GivenDocument().Submit().Check().Sign();
        var (sequence, number) = given.Sequence.Allocate("another", Now);
        given.Refused<NumberMustBeAllocatedToDocument>(Clerk, new NumberDocument { OperationId = "", Actor = Actor.System, At = Now, Number = number, Sequence = sequence });
        given.Refused<NumberMustBeAllocatedToDocument>(Clerk, new NumberDocument { OperationId = "", Actor = Actor.System, At = Now, Number = number });
    }

    [Fact]
    public void Should_need_somebody_to_send_it_to() =>
        new GivenDocument(draft => draft with { Recipients = [new("wutai", "五台县", IsCopy: true)] }).Submit().Check().Sign().Number().Seal()
            .Refused<DocumentMustHaveRecipients>(Clerk, new IssueDocument { OperationId = "", Actor = Actor.System, At = Now });

    [Fact]
    public void Should_take_one_receipt_a_unit_from_its_own_people()
    {
        var given = Issued().Receive(UnitHandler, "dingxiang");
        ReceiveDocument receive = new() { OperationId = "", Actor = Actor.System, At = Now, UnitId = "dingxiang" };
        Assert.Equal("定襄县已由定襄县经办人于3月2日 16:20签收。", given.Refused<ReceiptMustBeMissing>(UnitHead, receive));
        given.Refused<ReceiverMustBelongToUnit>(OtherUnit, receive);
        given.Refused<ActorMustHaveDocumentRight>(Clerk, receive);
        given.Refused<ReceiptMustBeMissing>(OtherUnit, receive with { UnitId = "daixian" });
    }

    [Fact]
    public void Should_urge_missing_receipts_once_a_day()
    {
        UrgeReceipts urge = new() { OperationId = "", Actor = Actor.System, At = Now };
        var given = Issued().Receive(UnitHandler, "dingxiang").Do(Clerk, urge);
        Assert.Equal("3月2日 16:20 考核办经办人 催签收：五台县", given.History[^1]);
        Assert.Equal([Candidate.OfUnit("wutai")], given.Notices[^1].Who);
        Assert.Contains("每天最多1次", given.Refused<SomeReceiptMustBeUrgeable>(Clerk, urge), StringComparison.Ordinal);
        given.Do(Clerk, urge with { At = Now.AddDays(1) }).Receive(OtherUnit, "wutai");
        Assert.Equal("所有单位都已签收，不用催。", given.Refused<SomeReceiptMustBeUrgeable>(Clerk, urge));
    }

    [Fact]
    public void Should_archive_without_a_receipt_only_with_a_reason()
    {
        ArchiveDocument archive = new() { OperationId = "", Actor = Actor.System, At = Now };
        var given = Issued().Receive(UnitHandler, "dingxiang");
        Assert.Contains("还有1个单位没有签收（五台县）", given.Refused<MissingReceiptsMustBeExplained>(Clerk, archive), StringComparison.Ordinal);
        Assert.Equal(DocumentState.Archived, given.Do(Clerk, archive with { Reason = "该县已电话确认" }).Document.State);
    }

    [Fact]
    public void Should_become_void_only_with_a_reason_and_tell_who_has_it()
    {
        VoidDocument void_ = new() { OperationId = "", Actor = Actor.System, At = Now, Reason = "内容有重大错误" };
        var given = Issued();
        given.Refused<ReasonMustBeGiven>(Clerk, void_ with { Reason = "" });
        given.Do(Clerk, void_);
        Assert.Equal("3月2日 16:20 考核办经办人 作废：忻考办〔2026〕1号，内容有重大错误", given.History[^1]);
        Assert.Equal([Candidate.OfUnit("dingxiang"), Candidate.OfUnit("wutai")], given.Notices[^1].Who);
        Assert.Contains("公文已作废（内容有重大错误）", given.Refused<DocumentMustBeInState>(Clerk, void_), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_decide_role_by_role_who_may_do_what()
    {
        const DocumentRights reader = DocumentRights.Read | DocumentRights.Comment;
        var given = new GivenDocument();
        Assert.Equal(reader | DocumentRights.Draft | DocumentRights.Manage, given.RightsOf(Clerk));
        Assert.Equal(reader | DocumentRights.Manage, given.RightsOf(Chief));
        Assert.Equal(DocumentRights.None, given.RightsOf(Leader)); // a draft has not reached the leader
        Assert.Equal(DocumentRights.None, given.RightsOf(UnitHead));
        Assert.Equal(DocumentRights.None, given.RightsOf(Team));
        Assert.Equal(DocumentRights.None, given.RightsOf(Admin));

        given.Submit();
        Assert.Equal(reader | DocumentRights.Manage | DocumentRights.Check, given.RightsOf(Chief));
        given.Check();
        Assert.Equal(reader | DocumentRights.Sign, given.RightsOf(Leader));
        Assert.Equal(reader, given.RightsOf(Deputy));
        given.Sign().Number().Seal();
        Assert.Equal(DocumentRights.None, given.RightsOf(UnitHandler));
        given.Issue();
        Assert.Equal(DocumentRights.Read | DocumentRights.Receive, given.RightsOf(UnitHandler));
        Assert.Equal(DocumentRights.None, given.RightsOf(Team));

        // What the product drafts, the office corrects; nobody else does.
        var made = new GivenDocument(draft => draft with { DrafterId = Actor.System.Id });
        Assert.Equal(reader | DocumentRights.Manage | DocumentRights.Draft, made.RightsOf(Chief));
        Assert.Equal(DocumentRights.None, made.RightsOf(Leader));
        Assert.Equal(DocumentRights.None, made.RightsOf(UnitHead));

        var confidential = new GivenDocument(draft => draft with { IsConfidential = true }).Submit().Check();
        Assert.Equal(DocumentRights.None, confidential.RightsOf(Deputy));
        Assert.Equal("没有这份公文，或者您无权查看。", confidential.Refused<DocumentMustBeVisible>(Team, new CommentOnDocument { OperationId = "", Actor = Actor.System, At = Now, Text = "x" }));
    }

    [Fact]
    public void Should_keep_a_comment_with_the_version_it_is_about()
    {
        var given = new GivenDocument().Do(Chief, new CommentOnDocument { OperationId = "", Actor = Actor.System, At = Now, Text = "请补附件" });
        Assert.Equal((1, "请补附件", 1), (given.Document.Opinions[0].VersionNumber, given.Document.Opinions[0].Text, given.Document.Revision));
    }

    private static GivenDocument Issued() => new GivenDocument().Submit().Check().Sign().Number().Seal().Issue();
}
