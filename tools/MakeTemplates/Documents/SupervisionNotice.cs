using MakeTemplates.Layout;

namespace MakeTemplates.Documents;

/// <summary>督查通知, step 1: announces a round of supervision.</summary>
internal static class SupervisionNotice
{
    public static void Write(OfficialDocument document)
    {
        document.Head();
        document.Title("关于开展{{年度}}年{{督查期间}}目标任务", "落实情况督查的通知");
        document.To("{{主送机关}}");
        document.Body("为严格落实{{考核办法}}，全面掌握{{年度}}年度目标责任考核指标推进情况，促进各级各部门把目标任务细化分解到每个工作环节、每个工作岗位和每位领导干部，做到人人身上有任务、个个肩上有压力，经市年度目标责任考核领导组同意，决定于{{开始日期:yyyy年M月d日}}至{{结束日期:yyyy年M月d日}}开展{{督查期间}}目标任务落实情况督查。现将有关事项通知如下。");
        document.Heading("一、督查范围");
        document.Body("{{督查范围}}。");
        document.Heading("二、督查内容");
        document.Point("（一）指标完成进度。", "对照年初下达的年度考核指标，逐项核对{{督查期间}}末的累计完成值、序时进度和佐证材料。");
        document.Point("（二）责任分解落实。", "目标任务分解到工作环节、工作岗位和班子成员的情况，责任书签订和履行情况。");
        document.Point("（三）工作推进措施。", "推进重点任务的主要做法，影响指标完成的困难和问题，下步打算。");
        document.Point("（四）问题整改情况。", "上次督查反馈问题和上年度考核指出问题的整改进展。");
        document.Heading("三、督查方式");
        document.Body("采取查阅资料、核对数据、实地查看、走访座谈相结合的方式进行。凡不能提供佐证材料的事项，按未完成认定。督查情况由督查组如实填写督查记录表，并经被督查单位签字确认。");
        document.Heading("四、督查分组");
        document.List("督查分组安排", new Column("组别", 22, "{{督查组.组别}}"), new Column("组长", 26, "{{督查组.组长}}"), new Column("成员", 44, "{{督查组.成员}}", 'l'), new Column("督查单位", 64, "{{督查组.督查单位}}", 'l'));
        document.Heading("五、工作要求");
        document.Body(
            "请各单位认真做好自查，于{{材料报送期限:yyyy年M月d日}}前通过考核系统逐项填报指标完成情况并上传佐证材料。填报数据必须真实准确，决不允许弄虚作假、虚报浮夸。",
            "各督查组要严守工作纪律，全面准确、客观公正地反映情况，轻车简从，不增加基层负担，于{{报告期限:yyyy年M月d日}}前将督查报告报市考核办。");
        document.Attachments();
        document.Signature();
        document.Contact();
        document.Imprint();
    }
}
