using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CardShop.Testing;

/// <summary>What a database can tell of a model, so that a compiled model can be compared with the model as it is.</summary>
public static class ModelShape
{
    /// <summary>One line for each column and each index.</summary>
    public static IReadOnlyList<string> Of(IModel model) =>
    [
        .. model.GetEntityTypes().SelectMany(type => type.GetFlattenedProperties().Select(property =>
            $"{type.GetTableName()}.{property.GetColumnName()} {property.GetColumnType()} null:{property.IsNullable} key:{property.IsPrimaryKey()} "
            + $"token:{property.IsConcurrencyToken} {property.ValueGenerated} {property.GetTypeMapping().Converter?.ModelClrType.Name}")),
        .. model.GetEntityTypes().SelectMany(type => type.GetIndexes().Select(index =>
            $"{type.GetTableName()} {index.GetDatabaseName()} {string.Join(',', index.Properties.Select(property => property.Name))} unique:{index.IsUnique}")),
    ];
}
