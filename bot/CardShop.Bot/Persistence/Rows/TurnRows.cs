using CardShop.Persistence.Outbox;

namespace CardShop.Bot.Persistence.Rows;

/// <summary>
/// What a turn writes. Every turn writes the same few kinds of rows, and knows what it does with each: EF Core's tracking, ordering and making of commands cost more than all else that was saved.
/// </summary>
internal sealed class TurnRows(RowKinds kinds)
{
    private readonly List<(object Row, object?[] Before)> _known = [];
    private readonly List<object> _removed = [];
    private readonly List<(object Row, bool Once)> _added = [];

    /// <summary>What the turn adds to the outbox; once it is saved, with the ids.</summary>
    public IEnumerable<OutboxRow> Outbox => _added.Select(added => added.Row).OfType<OutboxRow>();

    /// <summary>The row is stored as it is now: what changes from here on is written.</summary>
    public void Know(object row) => _known.Add((row, kinds.Of(row).Snapshot(row)));

    /// <summary>Adds a row that is new.</summary>
    public void Add(object row) => _added.Add((row, Once: false));

    /// <summary>Adds a row that may be there already.</summary>
    public void AddOnce(object row) => _added.Add((row, Once: true));

    /// <summary>Removes a row that is known.</summary>
    public void Remove(object row)
    {
        _known.RemoveAll(known => known.Row == row);
        _removed.Add(row);
    }

    /// <summary>All of it. What the turn rests on comes first: where that is gone, nothing else is tried.</summary>
    public IEnumerable<RowWrite> Writes()
    {
        foreach (var (row, before) in _known)
        {
            if (kinds.Of(row).Update(row, before) is { } update)
            {
                yield return update;
            }
        }

        foreach (var row in _removed)
        {
            yield return kinds.Of(row).Delete(row);
        }

        foreach (var (row, once) in _added)
        {
            yield return once ? kinds.Of(row).InsertOnce(row) : kinds.Of(row).Insert(row);
        }
    }
}
