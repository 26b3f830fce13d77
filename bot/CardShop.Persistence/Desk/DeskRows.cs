namespace CardShop.Persistence.Desk;

/// <summary>A note that only the desk sees. Never changed.</summary>
public sealed class DeskNoteRow
{
    /// <summary>Grows with each note.</summary>
    public long Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>Made by the page: a repetition is recognised by it.</summary>
    public required string OnceId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string AgentId { get; init; }

    /// <summary>Their name.</summary>
    public required string Name { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The words.</summary>
    public required string Text { get; init; }
}

/// <summary>What a person has begun to write and not sent.</summary>
public sealed class DeskDraftRow
{
    /// <summary>Who.</summary>
    public required string AgentId { get; init; }

    /// <summary>In which case.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>The words.</summary>
    public required string Text { get; set; }

    /// <summary>When they were last kept.</summary>
    public required DateTimeOffset At { get; set; }
}

/// <summary>One line of the record of who saw and did what. Append-only: triggers refuse to change or delete it.</summary>
public sealed class DeskAuditRow
{
    /// <summary>Grows with each line.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who; null for nobody signed in.</summary>
    public string? AgentId { get; init; }

    /// <summary>Their name.</summary>
    public required string Name { get; init; }

    /// <summary>What, in snake_case.</summary>
    public required string Action { get; init; }

    /// <summary>About which case.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>Further facts, as JSON.</summary>
    public string? Data { get; init; }
}

/// <summary>A person as the desk knows them; the account itself is elsewhere.</summary>
public sealed class DeskPersonRow
{
    /// <summary>The account.</summary>
    public required string AgentId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; set; }

    /// <summary>Whether they take new cases.</summary>
    public bool IsAvailable { get; set; } = true;

    /// <summary>How many cases they may hold; null for what the settings say.</summary>
    public int? Capacity { get; set; }

    /// <summary>When one of their pages last said that it was there.</summary>
    public DateTimeOffset SeenAt { get; set; }
}

/// <summary>A page of the desk that is open, on whichever node.</summary>
public sealed class DeskPageRow
{
    /// <summary>Names the page.</summary>
    public required string Connection { get; init; }

    /// <summary>Whose it is.</summary>
    public required string AgentId { get; init; }

    /// <summary>Their name.</summary>
    public required string Name { get; set; }

    /// <summary>The case that is shown; null for none.</summary>
    public string? Viewing { get; set; }

    /// <summary>When it last said that it was there.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>When something was last typed there.</summary>
    public DateTimeOffset? TypingAt { get; set; }
}

/// <summary>A setting that is changed while the house runs.</summary>
public sealed class DeskSettingRow
{
    /// <summary>Where the switch of the shop's commands stands.</summary>
    public const string ShopCommands = "shop_commands";

    /// <summary>Whether somebody is at the desk, where tests say so.</summary>
    public const string Online = "online";

    /// <summary>Which setting.</summary>
    public required string Name { get; init; }

    /// <summary>Its value.</summary>
    public required string Value { get; set; }

    /// <summary>Who set it.</summary>
    public required string By { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}
