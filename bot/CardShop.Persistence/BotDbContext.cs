using CardShop.Persistence.Cases;
using CardShop.Persistence.Conversations;
using CardShop.Persistence.Evidence;
using CardShop.Persistence.Outbox;
using CardShop.Persistence.Shop;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Persistence;

/// <summary>The bot's own store. Every turn uses a fresh one and saves once.</summary>
public sealed class BotDbContext(DbContextOptions<BotDbContext> options) : DbContext(options)
{
    /// <summary>Where each conversation stands.</summary>
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    /// <summary>What was handed in already, with its outcome.</summary>
    public DbSet<InboundRow> Inbound => Set<InboundRow>();

    /// <summary>What was said.</summary>
    public DbSet<TranscriptRow> Transcript => Set<TranscriptRow>();

    /// <summary>When to wake a conversation.</summary>
    public DbSet<DeadlineRow> Deadlines => Set<DeadlineRow>();

    /// <summary>The append-only audit record.</summary>
    public DbSet<CaseEventRow> CaseEvents => Set<CaseEventRow>();

    /// <summary>The cases as they stand, for counting and searching.</summary>
    public DbSet<CaseRow> Cases => Set<CaseRow>();

    /// <summary>The further orders of cases.</summary>
    public DbSet<CaseOrderRow> CaseOrders => Set<CaseOrderRow>();

    /// <summary>The changes carried out (rule G3).</summary>
    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    /// <summary>What is still to be sent.</summary>
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <summary>How far the shop's lists have been read.</summary>
    public DbSet<ShopCursorRow> ShopCursors => Set<ShopCursorRow>();

    /// <summary>The pieces of evidence; their bytes are elsewhere.</summary>
    public DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotDbContext).Assembly);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }
}
