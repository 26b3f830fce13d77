using CardShop.Bot.Persistence;

namespace CardShop.Bot.Turns;

/// <summary>
/// Conversations as their last turns have left them, so that the next turn need not read them again. A turn takes its conversation out, and puts it back once it is saved: whatever fails in
/// between, what was not committed is never met again. What another process has changed since is known by where the conversation stands in the store.
/// </summary>
internal sealed class KnownConversations
{
    /// <summary>At least so many of the latest are known, at most twice as many: some kilobytes each.</summary>
    private const int Generation = 500;

    private readonly Lock _lock = new();
    private Dictionary<string, LoadedConversation> _latest = [];
    private Dictionary<string, LoadedConversation> _before = [];

    /// <summary>Takes a conversation out; null when it is not known as it stands.</summary>
    public LoadedConversation? Take(string conversationId, Stand? stand)
    {
        lock (_lock)
        {
            _ = _before.Remove(conversationId, out var known) | _latest.Remove(conversationId, out var latest);
            return (latest ?? known) is { } taken && Stand.Of(taken.Row) == stand ? taken : null;
        }
    }

    /// <summary>Puts a conversation back, as it was saved.</summary>
    public void Put(LoadedConversation conversation)
    {
        lock (_lock)
        {
            if (_latest.Count == Generation)
            {
                (_before, _latest) = (_latest, []);
            }

            _latest[conversation.Row.Id] = conversation;
        }
    }
}
