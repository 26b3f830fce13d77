namespace CardShop.Documents;

/// <summary>
/// Passes on asynchronous writes, and puts off synchronous ones until the next of those: .NET's ZIP writer closes an entry with a few bytes written synchronously, which a
/// response does not take. What is put off never grows beyond an entry's end.
/// </summary>
internal sealed class DeferringStream(Stream output) : Stream
{
    private readonly MemoryStream _putOff = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => _putOff.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _putOff.Write(buffer);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await CatchUpAsync(cancellationToken);
        await output.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
        // What was put off stays so.
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (_putOff.Length == 0)
            return;

        await output.WriteAsync(_putOff.GetBuffer().AsMemory(0, (int)_putOff.Length), cancellationToken);
        _putOff.SetLength(0);
    }
}
