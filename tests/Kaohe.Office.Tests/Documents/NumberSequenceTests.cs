using System.Text.Json;
using Kaohe.Office.Documents;
using static Kaohe.Office.Tests.GivenOffice;

namespace Kaohe.Office.Tests.Documents;

public sealed class NumberSequenceTests
{
    private static readonly NumberSequence Empty = new() { IssuerCode = "忻考办", Year = 2026 };

    [Fact]
    public void Should_give_numbers_without_a_gap()
    {
        var sequence = Empty;
        for (var serial = 1; serial <= 104; serial++)
        {
            (sequence, var number) = sequence.Allocate($"d{serial}", Now);
            Assert.Equal($"忻考办〔2026〕{serial}号", number.ToString());
        }

        Assert.Equal(Enumerable.Range(1, 104), sequence.Entries.Select(entry => entry.Serial));
        Assert.Equal((105, 104), (sequence.Next, sequence.Version));
    }

    [Fact]
    public void Should_give_one_document_one_number_however_often_it_asks()
    {
        var (first, number) = Empty.Allocate("d1", Now);
        var (again, same) = first.Allocate("d1", Now.AddDays(1));
        Assert.Same(first, again);
        Assert.Equal(number, same);
    }

    [Fact]
    public void Should_keep_a_void_number_with_its_reason_and_never_give_it_again()
    {
        var (sequence, _) = Empty.Allocate("d1", Now);
        (sequence, var problems) = sequence.Void(1, "内容有误", Now);
        Assert.Empty(problems);
        Assert.Equal("内容有误", sequence.Entries[0].VoidReason);
        (sequence, var next) = sequence.Allocate("d1", Now);
        Assert.Equal(2, next.Serial);
        Assert.Equal([1, 2], sequence.Entries.Select(entry => entry.Serial));
    }

    [Fact]
    public void Should_refuse_to_void_what_was_never_given_or_is_void_or_without_a_reason()
    {
        var (sequence, _) = Empty.Allocate("d1", Now);
        Assert.Equal("忻考办〔2026〕7号没有编出过，请核对。", Assert.Single(sequence.Void(7, "x", Now).Problems).Message);
        Assert.Equal(nameof(ReasonMustBeGiven), Assert.Single(sequence.Void(1, " ", Now).Problems).Code);
        var voided = sequence.Void(1, "内容有误", Now).Sequence;
        Assert.Contains("已作废（内容有误）", Assert.Single(voided.Void(1, "再", Now).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_survive_storage_as_json()
    {
        var (sequence, _) = Empty.Allocate("d1", Now);
        var json = JsonSerializer.Serialize(sequence, OfficeJson.Options);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<NumberSequence>(json, OfficeJson.Options), OfficeJson.Options));
    }
}
