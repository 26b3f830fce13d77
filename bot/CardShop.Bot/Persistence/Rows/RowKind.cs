using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CardShop.Bot.Persistence.Rows;

/// <summary>How rows of one kind are written, as EF Core's model has their table, columns, keys and conversions.</summary>
internal sealed class RowKind
{
    private readonly string _table;
    private readonly RowColumn[] _keys;
    private readonly RowColumn[] _tokens;
    private readonly RowColumn[] _others;
    private readonly RowStatement _insert;
    private readonly RowStatement _insertOnce;
    private readonly RowStatement _delete;
    private readonly ConcurrentDictionary<ulong, RowStatement> _updates = new();

    public RowKind(IEntityType type)
    {
        _table = $"\"{type.GetTableName()}\"";
        var properties = type.GetProperties().Select(property => (Property: property, Column: new RowColumn(property))).ToList();
        _keys = [.. properties.Where(of => of.Property.IsPrimaryKey()).Select(of => of.Column)];
        _tokens = [.. properties.Where(of => of.Property.IsConcurrencyToken).Select(of => of.Column)];
        _others = [.. properties.Where(of => !of.Property.IsPrimaryKey()).Select(of => of.Column)];

        RowColumn[] given = [.. properties.Where(of => of.Property.ValueGenerated == ValueGenerated.Never).Select(of => of.Column)];
        var chosen = properties.SingleOrDefault(of => of.Property.ValueGenerated == ValueGenerated.OnAdd).Column;
        var insert = $"INSERT INTO {_table} ({List(given, column => column.Name)}) VALUES ({List(given, (_, index) => Parameter(index))})";
        _insert = new RowStatement(chosen is null ? insert : $"{insert} RETURNING {chosen.Name}", given) { Chosen = chosen };
        _insertOnce = new RowStatement($"{insert} ON CONFLICT DO NOTHING", given);
        _delete = new RowStatement($"DELETE FROM {_table} WHERE {Condition(_keys, 0)}", _keys);
    }

    /// <summary>Adds the row.</summary>
    public RowWrite Insert(object row) => Write(_insert, row);

    /// <summary>Adds the row, unless there is one with its key already.</summary>
    public RowWrite InsertOnce(object row) => Write(_insertOnce, row);

    /// <summary>Removes the row, if it is still there.</summary>
    public RowWrite Delete(object row) => Write(_delete, row);

    /// <summary>The row as it is now, for <see cref="Update"/>.</summary>
    public object?[] Snapshot(object row) => Array.ConvertAll(_others, column => column.Of(row));

    /// <summary>Writes the columns that differ from before; null when none does. The row must still be as it was before, by its concurrency token.</summary>
    public RowWrite? Update(object row, object?[] before)
    {
        var changed = 0UL;
        for (var index = 0; index < _others.Length; index++)
        {
            changed |= Equals(_others[index].Of(row), before[index]) ? 0 : 1UL << index;
        }

        if (changed == 0)
        {
            return null;
        }

        var statement = _updates.GetOrAdd(changed, UpdateOf);
        var values = Array.ConvertAll([.. statement.Parameters], column => column.Stored(column.Of(row)));
        for (var index = 0; index < _tokens.Length; index++)
        {
            var token = _tokens[index];
            values[^(_tokens.Length - index)] = token.Stored(before[Array.IndexOf(_others, token)]);
        }

        return new RowWrite(statement, values, row);
    }

    private static RowWrite Write(RowStatement statement, object row)
    {
        var values = new object?[statement.Parameters.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = statement.Parameters[index].Stored(statement.Parameters[index].Of(row));
        }

        return new RowWrite(statement, values, row);
    }

    private RowStatement UpdateOf(ulong changed)
    {
        RowColumn[] set = [.. _others.Where((_, index) => (changed & (1UL << index)) != 0)];
        RowColumn[] condition = [.. _keys, .. _tokens];
        return new RowStatement(
            $"UPDATE {_table} SET {List(set, (column, index) => $"{column.Name} = {Parameter(index)}")} WHERE {Condition(condition, set.Length)}", [.. set, .. condition])
        {
            MustFind = true,
        };
    }

    private static string Condition(RowColumn[] columns, int offset) =>
        string.Join(" AND ", columns.Select((column, index) => $"{column.Name} = {Parameter(offset + index)}"));

    private static string Parameter(int index) => string.Create(CultureInfo.InvariantCulture, $"${index + 1}");

    private static string List(RowColumn[] columns, Func<RowColumn, string> text) => List(columns, (column, _) => text(column));

    private static string List(RowColumn[] columns, Func<RowColumn, int, string> text) => string.Join(", ", columns.Select(text));
}
