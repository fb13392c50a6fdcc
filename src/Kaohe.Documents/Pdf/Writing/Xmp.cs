using System.Globalization;
using System.Security;

namespace Kaohe.Documents.Pdf.Writing;

/// <summary>The metadata packet that declares PDF/A-2b (ISO 19005-2, 6.6).</summary>
internal static class Xmp
{
    public static string Of(PdfInfo info)
    {
        var moment = info.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escaped(info.Title)}</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{Escaped(info.Author)}</rdf:li></rdf:Seq></dc:creator>
            <xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """;
    }

    private static string Escaped(string text) => SecurityElement.Escape(text) ?? "";
}
