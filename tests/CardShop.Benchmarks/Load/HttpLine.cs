using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CardShop.Benchmarks.Load;

/// <summary>
/// One HTTP/1.1 connection that posts and reads the answer, and does nothing else: a full client would take as much of the machine as the server, and make
/// every ratio look better than it is.
/// </summary>
internal sealed class HttpLine : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly string _head;
    private readonly byte[] _buffer = new byte[64 * 1024];

    public HttpLine(Uri address, string path)
    {
        _socket.Connect(IPAddress.Parse(address.Host), address.Port);
        _head = $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ";
    }

    /// <summary>Posts a body.</summary>
    /// <returns>The answer's body, with the marks of its chunks.</returns>
    /// <exception cref="InvalidOperationException">The answer is not 200.</exception>
    public async Task<string> PostAsync(byte[] body, bool read = false)
    {
        var length = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_head}{body.Length}\r\n\r\n"));
        var request = ArrayPool<byte>.Shared.Rent(length.Length + body.Length);
        length.CopyTo(request, 0);
        body.CopyTo(request, length.Length);
        await _socket.SendAsync(request.AsMemory(0, length.Length + body.Length));
        ArrayPool<byte>.Shared.Return(request);
        var received = await ReceiveAsync();
        if (!_buffer.AsSpan(0, received).StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException($"The server answered {Encoding.UTF8.GetString(_buffer, 0, received)}");
        }

        return read ? Encoding.UTF8.GetString(_buffer, 0, received) : "";
    }

    public void Dispose() => _socket.Dispose();

    private async Task<int> ReceiveAsync()
    {
        var received = 0;
        while (!IsWhole(_buffer.AsSpan(0, received)))
        {
            var more = await _socket.ReceiveAsync(_buffer.AsMemory(received));
            received += more > 0 ? more : throw new InvalidOperationException("The server closed the connection.");
        }

        return received;
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = answer[..end];
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
        {
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        }

        var value = head[(at + "Content-Length: ".Length)..];
        var stop = value.IndexOf((byte)'\r');
        var length = int.Parse(stop < 0 ? value : value[..stop], CultureInfo.InvariantCulture);
        return answer.Length >= end + 4 + length;
    }
}
