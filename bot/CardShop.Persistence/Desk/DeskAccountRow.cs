namespace CardShop.Persistence.Desk;

/// <summary>Somebody who works at the desk, as ASP.NET Core Identity wants to know them. Saved against <see cref="Version"/>.</summary>
public sealed class DeskAccountRow
{
    /// <summary>Ours; never shown.</summary>
    public required string Id { get; init; }

    /// <summary>What they sign in with.</summary>
    public required string SignInName { get; set; }

    /// <summary>The same without differences of case; unique.</summary>
    public string NormalizedName { get; set; } = "";

    /// <summary>What colleagues and customers read.</summary>
    public required string DisplayName { get; set; }

    /// <summary>What they may do: a word of the desk.</summary>
    public required string Role { get; set; }

    /// <summary>Null until they have chosen a password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes whenever every session has to end: a session carries the one that it began with.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>The secret of their authenticator app, sealed with the host's keys.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>Whether they have shown a right code once, so that codes are asked for.</summary>
    public bool IsEnrolled { get; set; }

    /// <summary>The half minute of the last code that was taken: a code counts once.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>Wrong passwords and codes since the last right one.</summary>
    public int FailedAttempts { get; set; }

    /// <summary>Until when nobody can sign in under this name.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Since when they are shut out; null while they are not.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Whether they exist for the demo only: they come in by a one-time link, and never by a password.</summary>
    public bool IsDemo { get; init; }

    /// <summary>When they were made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When they last signed in.</summary>
    public DateTimeOffset? SignedInAt { get; set; }

    /// <summary>Changes with each save.</summary>
    public string Version { get; set; } = "";
}
