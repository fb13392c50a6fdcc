using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Kaohe.Documents.Pdf.Writing;

/// <summary>The numbered objects of a PDF file and the classic cross-reference table that finds them.</summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]> _objects = [];

    /// <summary>Takes a number for an object that is written later.</summary>
    public int Reserve()
    {
        _objects.Add([]);
        return _objects.Count;
    }

    public void Set(int number, string body) => _objects[number - 1] = PdfSyntax.Bytes(body);

    public int Add(string body)
    {
        _objects.Add(PdfSyntax.Bytes(body));
        return _objects.Count;
    }

    /// <summary>A stream that is compressed here.</summary>
    public int AddStream(string dictionary, ReadOnlySpan<byte> content) => AddReady(dictionary + " /Filter /FlateDecode", Deflate(content));

    /// <summary>A stream whose bytes are already as the dictionary says.</summary>
    public int AddReady(string dictionary, byte[] content)
    {
        var head = PdfSyntax.Bytes($"<< {dictionary} /Length {content.Length} >>\nstream\n");
        _objects.Add([.. head, .. content, .. "\nendstream"u8]);
        return _objects.Count;
    }

    public static byte[] Deflate(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream(content.Length / 2);
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>The whole file. Its identifier is a hash of its content, so that the same document gives the same bytes.</summary>
    public byte[] Save(int catalog, int info)
    {
        using var file = new MemoryStream(_objects.Sum(body => body.Length + 32) + 1024);
        file.Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
        var offsets = new long[_objects.Count];
        for (var i = 0; i < _objects.Count; i++)
        {
            offsets[i] = file.Position;
            file.Write(PdfSyntax.Bytes($"{i + 1} 0 obj\n"));
            file.Write(_objects[i]);
            file.Write("\nendobj\n"u8);
        }

        var table = file.Position;
        file.Write(PdfSyntax.Bytes($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
        {
            file.Write(PdfSyntax.Bytes(offset.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"));
        }

        var id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)).AsSpan(0, 16));
        file.Write(PdfSyntax.Bytes($"trailer\n<< /Size {_objects.Count + 1} /Root {catalog} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }
}
