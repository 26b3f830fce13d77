namespace CardShop.Bot.Persistence.Rows;

/// <summary>A statement that writes one row: the same text for every row of its kind, so that it is compiled once. Parameters are <c>$1</c>, <c>$2</c>, … on both databases.</summary>
/// <param name="Sql">The text.</param>
/// <param name="Parameters">The columns whose values it takes, in order.</param>
internal sealed record RowStatement(string Sql, IReadOnlyList<RowColumn> Parameters)
{
    /// <summary>The key that the database chooses and hands back; null where there is none.</summary>
    public RowColumn? Chosen { get; init; }

    /// <summary>Whether it is a conflict when it finds no row to write.</summary>
    public bool MustFind { get; init; }
}

/// <summary>A row to be written.</summary>
/// <param name="Statement">How.</param>
/// <param name="Values">The stored values of its parameters.</param>
/// <param name="Row">The row.</param>
internal readonly record struct RowWrite(RowStatement Statement, object?[] Values, object Row);
