namespace CardShop.Bot.Desk;

/// <summary>Wakes whoever watches the desk's queue on this node. Only a hint: the tables are the truth.</summary>
internal sealed class DeskSignals
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next change after this call.</summary>
    public Task Next
    {
        get
        {
            lock (_lock)
            {
                return _next.Task;
            }
        }
    }

    /// <summary>Something at the desk has changed.</summary>
    public void Tell()
    {
        TaskCompletionSource told;
        lock (_lock)
        {
            told = _next;
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        told.SetResult();
    }
}
