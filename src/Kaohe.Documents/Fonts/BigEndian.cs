using System.Buffers.Binary;

namespace Kaohe.Documents.Fonts;

/// <summary>Reads and writes the big-endian numbers of font files.</summary>
internal static class BigEndian
{
    public static ushort UInt16(this byte[] table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(at));

    public static short Int16(this byte[] table, int at) => BinaryPrimitives.ReadInt16BigEndian(table.AsSpan(at));

    public static uint UInt32(this byte[] table, int at) => BinaryPrimitives.ReadUInt32BigEndian(table.AsSpan(at));

    public static void SetUInt16(this byte[] table, int at, int value) => BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(at), (ushort)value);

    public static void SetUInt32(this byte[] table, int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(at), value);
}
