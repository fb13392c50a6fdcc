using System.Buffers;

namespace Kaohe.Server.Mail.Composing;

/// <summary>A message as it is written, in pieces: its own small ones are gathered, shared ones are referred to. Write only.</summary>
internal sealed class MessagePieces : Stream
{
    private readonly List<ReadOnlyMemory<byte>> _pieces = [];
    private ArrayBufferWriter<byte> _own = new(4096);

    /// <summary>Everything written so far.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Take()
    {
        Seal();
        return _pieces;
    }

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => _pieces.Sum(piece => (long)piece.Length) + _own.WrittenCount;

    /// <inheritdoc />
    public override long Position { get => Length; set => throw new NotSupportedException(); }

    /// <summary>Refers to bytes that must not change any more.</summary>
    public void Share(ReadOnlyMemory<byte> bytes)
    {
        Seal();
        _pieces.Add(bytes);
    }

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => _own.Write(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<byte> buffer) => _own.Write(buffer);

    /// <inheritdoc />
    public override void Flush()
    {
        // Everything is in memory.
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    private void Seal()
    {
        if (_own.WrittenCount > 0)
        {
            _pieces.Add(_own.WrittenMemory);
            _own = new ArrayBufferWriter<byte>(4096);
        }
    }
}
