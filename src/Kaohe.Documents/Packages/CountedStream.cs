namespace Kaohe.Documents.Packages;

/// <summary>A forward-only stream that refuses to yield more than its allowance, whatever the zip directory claims.</summary>
internal sealed class CountedStream(Stream inner, long allowance, string name) : Stream
{
    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Count; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        return Count <= allowance ? read : throw DocxGuard.TooLarge($"部件 {name} 解压后过大，可能是恶意压缩文件，已停止读取。");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
