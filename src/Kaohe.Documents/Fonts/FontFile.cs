using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;

namespace Kaohe.Documents.Fonts;

/// <summary>
/// A font file mapped into memory: all documents and all processes on the machine share its pages, and only the parts that are
/// looked at are ever read. Offsets are in bytes from the start of the file.
/// </summary>
internal sealed class FontFile : IDisposable
{
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;

    public FontFile(string path)
    {
        Path = path;

        // The stream's length, since that of a symbolic link is not the file's.
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        Length = stream.Length;
        _map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        _view = _map.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
    }

    public string Path { get; }

    public long Length { get; }

    public byte[] Bytes(int offset, int count)
    {
        if (offset < 0 || count < 0 || offset + (long)count > Length)
        {
            throw new InvalidDataException($"字体文件 {System.IO.Path.GetFileName(Path)} 已损坏，请重新运行 scripts/setup-fonts.sh。");
        }

        var bytes = new byte[count];
        _view.SafeMemoryMappedViewHandle.ReadSpan<byte>((ulong)offset, bytes);
        return bytes;
    }

    public ushort UInt16(int offset) => BinaryPrimitives.ReverseEndianness(_view.ReadUInt16(offset));

    public void Dispose()
    {
        _view.Dispose();
        _map.Dispose();
    }
}
