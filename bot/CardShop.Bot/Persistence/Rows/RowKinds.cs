using System.Collections.Concurrent;
using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CardShop.Bot.Persistence.Rows;

/// <summary>The kinds of rows that EF Core's model knows.</summary>
internal sealed class RowKinds
{
    private readonly IModel _model;
    private readonly ConcurrentDictionary<Type, RowKind> _kinds = new();

    public RowKinds(IDbContextFactory<BotDbContext> contexts)
    {
        using var context = contexts.CreateDbContext();
        _model = context.Model;
    }

    /// <summary>The kind of a row.</summary>
    public RowKind Of(object row) => _kinds.GetOrAdd(row.GetType(), type => new RowKind(_model.FindEntityType(type) ?? throw new ArgumentException($"{type.Name} is no row.", nameof(row))));
}
