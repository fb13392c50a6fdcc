namespace Kaohe.Office.Documents;

/// <summary>发文字号: 机关代字, year and serial number, e.g. 忻考办〔2026〕1号.</summary>
/// <param name="IssuerCode">机关代字, e.g. 忻考办.</param>
/// <param name="Year">Year, four digits, in 〔〕 (GB/T 9704-2012, 7.2.5).</param>
/// <param name="Serial">1, 2, 3… without a leading 0 or 第.</param>
public sealed record DocumentNumber(string IssuerCode, int Year, int Serial)
{
    /// <summary>As printed.</summary>
    public override string ToString() => $"{IssuerCode}〔{Year}〕{Serial}号";
}
