using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Turns;

/// <summary>Tells failures of a save that pass by themselves from those that stay.</summary>
internal static class StoreConflicts
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Constraint = 19;

    /// <summary>
    /// Another turn was saved in between, the same thing was handed in elsewhere, a fresh case number was taken, or the file was busy: run again on what is
    /// stored now, the turn settles.
    /// </summary>
    public static bool IsPassing(Exception failure) => failure switch
    {
        CaseNumberTakenException => true,
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: SqliteException inner } => inner.SqliteErrorCode is Busy or Locked or Constraint,
        SqliteException sqlite => sqlite.SqliteErrorCode is Busy or Locked,
        _ => false,
    };
}
