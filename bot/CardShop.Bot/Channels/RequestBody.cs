using System.Buffers;

namespace CardShop.Bot.Channels;

/// <summary>Reads request bodies up to a size that any message fits into.</summary>
internal static class RequestBody
{
    /// <summary>The largest body that is read, in bytes. A text far beyond what the bot takes in still arrives, so that it can be answered.</summary>
    public const int Limit = 256 * 1024;

    /// <summary>The body, or null when it is larger than <see cref="Limit"/>.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > Limit)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > Limit)
            {
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
