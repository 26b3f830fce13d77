namespace CardShop.Browser.Tests.Infrastructure;

/// <summary>Counts what a page takes over the wire, headers and all, as the browser itself has counted it.</summary>
internal sealed class Traffic
{
    private long _bytes;

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Counts from now on; what came before, or comes for another page, is not in it.</summary>
    public static async Task<Traffic> OfAsync(IPage page)
    {
        var traffic = new Traffic();
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            Interlocked.Add(ref traffic._bytes, (long)(finished?.GetProperty("encodedDataLength").GetDouble() ?? 0));
        await session.SendAsync("Network.enable");
        return traffic;
    }
}
