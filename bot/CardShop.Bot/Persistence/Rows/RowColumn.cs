using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CardShop.Bot.Persistence.Rows;

/// <summary>A column, as EF Core's model maps it: nothing about it is said a second time.</summary>
internal sealed class RowColumn(IProperty property)
{
    private readonly PropertyInfo _property = property.PropertyInfo!;
    private readonly ValueConverter? _converter = property.GetTypeMapping().Converter;

    /// <summary>Its name, quoted as both databases do it.</summary>
    public string Name { get; } = $"\"{property.GetColumnName()}\"";

    /// <summary>How the provider takes its values.</summary>
    public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

    /// <summary>The row's value.</summary>
    public object? Of(object row) => _property.GetValue(row);

    /// <summary>Gives the row the value that the database has chosen.</summary>
    public void Set(object row, object value) => _property.SetValue(row, value);

    /// <summary>A value in the form that is stored.</summary>
    public object? Stored(object? value) => _converter is null ? value : _converter.ConvertToProvider(value);
}
