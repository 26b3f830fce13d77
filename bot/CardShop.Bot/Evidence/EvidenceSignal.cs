namespace CardShop.Bot.Evidence;

/// <summary>Tells the sweeper that a piece was withdrawn. Only a hint: the rows are the truth.</summary>
internal sealed class EvidenceSignal : IDisposable
{
    private readonly SemaphoreSlim _withdrawn = new(0, 1);

    /// <summary>There is something to delete.</summary>
    public void Wake()
    {
        try
        {
            _withdrawn.Release();
        }
        catch (SemaphoreFullException)
        {
            // Woken already.
        }
    }

    /// <summary>Waits to be woken, for a while.</summary>
    public Task WaitAsync(TimeSpan patience, CancellationToken cancellationToken) => _withdrawn.WaitAsync(patience, cancellationToken);

    public void Dispose() => _withdrawn.Dispose();
}
