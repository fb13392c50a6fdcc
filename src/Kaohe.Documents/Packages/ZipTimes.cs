using System.Buffers.Binary;

namespace Kaohe.Documents.Packages;

/// <summary>
/// Sets every time stamp inside a zip to the format's zero (1980-01-01), in place. The packaging library stamps parts with the
/// clock; without this the same template and data would give different bytes, and the hash of an archived document could not be rebuilt.
/// </summary>
internal static class ZipTimes
{
    private const uint EndOfDirectory = 0x06054B50;
    private const uint DirectoryEntry = 0x02014B50;
    private const uint Zero = 0x00210000;

    public static void Clear(Span<byte> zip)
    {
        var end = zip.Length - 22;
        while (end >= 0 && BinaryPrimitives.ReadUInt32LittleEndian(zip[end..]) != EndOfDirectory)
        {
            end--;
        }

        var entries = BinaryPrimitives.ReadUInt16LittleEndian(zip[(end + 10)..]);
        var at = (int)BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 16)..]);
        for (var i = 0; i < entries && BinaryPrimitives.ReadUInt32LittleEndian(zip[at..]) == DirectoryEntry; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(zip[(at + 12)..], Zero);
            var local = (int)BinaryPrimitives.ReadUInt32LittleEndian(zip[(at + 42)..]);
            BinaryPrimitives.WriteUInt32LittleEndian(zip[(local + 10)..], Zero);
            at += 46 + BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 28)..])
                + BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 30)..]) + BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 32)..]);
        }
    }
}
