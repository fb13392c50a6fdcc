using Kaohe.Server.Mail.Incoming;

namespace Kaohe.Server.Tests.Mail.Incoming;

/// <summary>Replies as people's mail programs really write them.</summary>
public sealed class ReplyTextTests
{
    private const string Said = "自查报告已报送，请审核。\n附件是盖章扫描件。";

    public static TheoryData<string, string> Programs => new()
    {
        {
            "Outlook",
            """
            自查报告已报送，请审核。
            附件是盖章扫描件。

            ________________________________
            发件人: 考核工作流程 <kaohe@city.example>
            发送时间: 2026年3月2日 16:20
            收件人: 忻府区联络员 <unit@xinzhou.example>
            主题: 【待办任务】报送自查报告

            要做什么：写自查报告
            """
        },
        {
            "Outlook, English",
            """
            自查报告已报送，请审核。
            附件是盖章扫描件。

            From: 考核工作流程 <kaohe@city.example>
            Sent: Monday, March 2, 2026 4:20 PM
            To: 忻府区联络员 <unit@xinzhou.example>
            Subject: 【待办任务】报送自查报告

            要做什么：写自查报告
            """
        },
        {
            "QQ邮箱",
            """
            自查报告已报送，请审核。
            附件是盖章扫描件。




            ------------------ 原始邮件 ------------------
            发件人: "考核工作流程" <kaohe@city.example>;
            发送时间: 2026年3月2日(星期一) 下午4:20
            收件人: "忻府区联络员"<unit@qq.example>;
            主题: 【待办任务】报送自查报告

            要做什么：写自查报告
            """
        },
        {
            "网易邮箱",
            """
            自查报告已报送，请审核。
            附件是盖章扫描件。



            在 2026-03-02 16:20:11，"考核工作流程" <kaohe@city.example> 写道：

            要做什么：写自查报告
            办理期限：2026年3月10日
            """
        },
        {
            "网易邮箱大师",
            """
            自查报告已报送，请审核。
            附件是盖章扫描件。


            ---- 回复的原邮件 ----
            | 发件人 | 考核工作流程<kaohe@city.example> |
            | 日期 | 2026年03月02日 16:20 |
            | 收件人 | unit@163.example |
            | 主题 | 【待办任务】报送自查报告 |
            """
        },
        {
            "Foxmail",
            """
            自查报告已报送，请审核。
            附件是盖章扫描件。



            unit@xinzhou.example

            发件人： 考核工作流程
            发送时间： 2026-03-02 16:20
            收件人： 忻府区联络员
            主题： 【待办任务】报送自查报告
            要做什么：写自查报告
            """
        },
        {
            "iPhone",
            """
            自查报告已报送，请审核。
            附件是盖章扫描件。

            发自我的 iPhone

            > 在 2026年3月2日，下午4:20，考核工作流程 <kaohe@city.example> 写道：
            >
            > 要做什么：写自查报告
            """
        },
        {
            "iPhone, attribution outside of the quote and wrapped",
            """
            自查报告已报送，请审核。
            附件是盖章扫描件。

            Sent from my iPhone

            On Mar 2, 2026, at 16:20, 考核工作流程
            <kaohe@city.example> wrote:

            > 要做什么：写自查报告
            """
        },
        {
            "Gmail",
            """
            自查报告已报送，请审核。
            附件是盖章扫描件。

            考核工作流程 <kaohe@city.example> 于2026年3月2日周一 16:20写道：

            > 要做什么：写自查报告
            > 办理期限：2026年3月10日
            """
        },
        {
            "written below the quote",
            """
            On Mon, Mar 2, 2026 at 4:20 PM 考核工作流程 <kaohe@city.example> wrote:
            > 要做什么：写自查报告
            > 办理期限：2026年3月10日

            自查报告已报送，请审核。
            附件是盖章扫描件。

            --
            忻府区考核联络员
            电话 0350-1234567
            """
        },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void Should_keep_what_the_sender_wrote(string program, string text) => Assert.True(Said == ReplyText.Cut(text), $"{program}: {ReplyText.Cut(text)}");

    [Theory]
    [InlineData("关于报送时间：请问 3 月 10 日前报送可以吗？\n来自基层的意见也一并附上。")]
    [InlineData("在 2026 年的工作中，我们完成了各项任务。\n主题：无")]
    [InlineData("一、完成情况\n全年完成 12 项。\n\n二、主要措施\n加强调度。")]
    public void Should_not_cut_plain_text(string text) => Assert.Equal(text, ReplyText.Cut(text));

    [Fact]
    public void Should_leave_nothing_of_a_bare_quote() => Assert.Equal("", ReplyText.Cut("\n\n> 要做什么\n> 写自查报告\n\n发自我的iPhone"));

    [Fact]
    public void Should_read_html_without_what_is_quoted_by_markup()
    {
        const string Html = """
            <html><head><style>p{color:red}</style></head><body><div>自查报告已报送，请审核。</div><div>附件是盖章扫描件。</div>
            <div class="gmail_quote"><div>考核工作流程 写道：</div><blockquote><p>要做什么</p></blockquote></div><script>alert(1)</script></body></html>
            """;

        Assert.Equal(Said, ReplyText.Cut(HtmlText.Of(Html)));
    }

    [Theory]
    [InlineData("同意", true, null)]
    [InlineData("同意。请按期落实", true, "请按期落实")]
    [InlineData("退回\n第三项数据不对", false, "第三项数据不对")]
    [InlineData("退回：数据不对\n请重报", false, "数据不对\n请重报")]
    public void Should_read_a_decision_in_the_first_line(string text, bool agrees, string? opinion) => Assert.Equal(new ReplyDecision(agrees, opinion), ReplyDecision.Of(text));

    [Theory]
    [InlineData("不同意")]
    [InlineData("同意吗？我看不妥")]
    [InlineData("请退回给他们")]
    [InlineData("原则同意")]
    public void Should_not_guess_a_decision(string text) => Assert.Null(ReplyDecision.Of(text));
}
