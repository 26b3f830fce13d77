using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CardShop.Persistence;

/// <summary>Stores a moment as UTC ticks: SQLite can't order <see cref="DateTimeOffset"/>, and a number means the same on every database.</summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    moment => moment.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
