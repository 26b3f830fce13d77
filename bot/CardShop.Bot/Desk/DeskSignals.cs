namespace CardShop.Bot.Desk;

/// <summary>Wakes whoever watches the desk's queue on this node, and remembers whose rows have changed since they were read. Only a hint: the tables are the truth.</summary>
internal sealed class DeskSignals
{
    /// <summary>While nobody looks at the queue, its changes are not remembered one by one.</summary>
    private const int MostRemembered = 1_000;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _conversations = new(StringComparer.Ordinal);
    private bool _isAnyChanged = true;
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

    /// <summary>Something at the desk has changed that stands in no case's row: who looks on, who writes, a note.</summary>
    public void Tell() => Tell(() => { });

    /// <summary>The rows of a conversation's cases may have changed.</summary>
    public void Tell(string conversationId) => Tell(() =>
    {
        if (!_isAnyChanged && _conversations.Add(conversationId) && _conversations.Count > MostRemembered)
        {
            _isAnyChanged = true;
        }
    });

    /// <summary>Any row may have changed.</summary>
    public void TellAll() => Tell(() => _isAnyChanged = true);

    /// <summary>The conversations whose rows may have changed since the last call; null for any. For the one reader of the queue's rows.</summary>
    public IReadOnlyCollection<string>? TakeChanged()
    {
        lock (_lock)
        {
            string[]? changed = _isAnyChanged ? null : [.. _conversations];
            _conversations.Clear();
            _isAnyChanged = false;
            return changed;
        }
    }

    private void Tell(Action remember)
    {
        TaskCompletionSource told;
        lock (_lock)
        {
            remember();
            told = _next;
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        told.SetResult();
    }
}
