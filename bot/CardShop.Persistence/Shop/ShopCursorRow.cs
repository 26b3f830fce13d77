namespace CardShop.Persistence.Shop;

/// <summary>How far a list of the shop's has been read and acted on, so that a restart goes on from there.</summary>
public sealed class ShopCursorRow
{
    /// <summary>The list of what has happened at the shop.</summary>
    public const string Events = "events";

    /// <summary>Which list.</summary>
    public required string Name { get; init; }

    /// <summary>The shop's own mark; nobody else knows what it means.</summary>
    public string Cursor { get; private set; } = "";

    /// <summary>When it last moved.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>A list that was read for the first time.</summary>
    public static ShopCursorRow At(string name, string cursor, DateTimeOffset at) => new() { Name = name, Cursor = cursor, UpdatedAt = at };

    /// <summary>It was read further.</summary>
    public void Move(string cursor, DateTimeOffset at) => (Cursor, UpdatedAt) = (cursor, at);
}
