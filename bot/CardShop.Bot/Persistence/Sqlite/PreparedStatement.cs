using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace CardShop.Bot.Persistence.Sqlite;

/// <summary>A command that keeps its compiled statement when EF Core has done with it.</summary>
internal sealed class PreparedStatement : SqliteCommand
{
    /// <summary>Whether somebody runs it just now.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>Runs in place of this command, with the same values.</summary>
    public PreparedStatement Take(SqliteCommand command)
    {
        IsTaken = true;
        Transaction = command.Transaction;
        CommandTimeout = command.CommandTimeout;
        Parameters.Clear();
        foreach (var parameter in command.Parameters.Cast<SqliteParameter>().ToArray())
        {
            command.Parameters.Remove(parameter);
            Parameters.Add(parameter);
        }

        // The connection keeps a list of its commands, which would grow.
        command.Dispose();
        return this;
    }

    /// <summary>Lets the compiled statement go.</summary>
    public void Release() => base.Dispose(true);

    [SuppressMessage("Usage", "CA2215:Dispose methods should call base class dispose", Justification = "To be disposed by EF Core is to be given back.")]
    protected override void Dispose(bool disposing) => IsTaken = false;
}
