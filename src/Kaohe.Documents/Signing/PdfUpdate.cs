using System.Buffers;
using System.Globalization;
using Kaohe.Documents.Pdf.Writing;

namespace Kaohe.Documents.Signing;

/// <summary>An addition behind a PDF: changed and new objects, and a cross-reference table for them (ISO 32000-1, 7.5.6).</summary>
internal sealed class PdfUpdate
{
    private const int UsualSize = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _file;
    private readonly SortedDictionary<int, int> _offsets = [];

    public PdfUpdate(byte[] pdf)
    {
        _file = new ArrayBufferWriter<byte>(pdf.Length + UsualSize);
        _file.Write(pdf);
        if (pdf[^1] != (byte)'\n')
        {
            _file.Write("\n"u8);
        }
    }

    /// <summary>Writes an object and returns where it starts.</summary>
    public int Object(int number, string body)
    {
        var at = _file.WrittenCount;
        _offsets[number] = at;
        Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n"));
        return at;
    }

    public byte[] Finish(string trailer)
    {
        var table = _file.WrittenCount;
        Write("xref\n");
        foreach (var (number, offset) in _offsets)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n"));
        }

        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n{trailer}\nstartxref\n{table}\n%%EOF\n"));
        return _file.WrittenSpan.ToArray();
    }

    private void Write(string text) => _file.Write(PdfSyntax.Bytes(text));
}
