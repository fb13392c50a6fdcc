using System.Globalization;
using System.Text;

namespace Kaohe.Documents.Pdf.Writing;

/// <summary>Numbers, texts and dates as PDF writes them.</summary>
internal static class PdfSyntax
{
    /// <summary>A number with at most three decimals, which is finer than any printer.</summary>
    public static StringBuilder Number(this StringBuilder text, double value)
    {
        var thousandths = (long)Math.Round(value * 1000, MidpointRounding.AwayFromZero);
        if (thousandths < 0)
        {
            text.Append('-');
            thousandths = -thousandths;
        }

        text.Append(thousandths / 1000);
        var fraction = (int)(thousandths % 1000);
        if (fraction > 0)
        {
            text.Append('.').Append((char)('0' + (fraction / 100)));
            if (fraction % 100 > 0)
            {
                text.Append((char)('0' + (fraction / 10 % 10)));
                if (fraction % 10 > 0)
                {
                    text.Append((char)('0' + (fraction % 10)));
                }
            }
        }

        return text;
    }

    public static string Number(double value) => new StringBuilder().Number(value).ToString();

    public static string Text(string value) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value)) + ">";

    public static string Date(DateTimeOffset moment) => "(D:" + moment.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "Z)";

    public static byte[] Bytes(string syntax) => Encoding.Latin1.GetBytes(syntax);
}
