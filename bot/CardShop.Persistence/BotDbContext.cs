using CardShop.Persistence.Cases;
using CardShop.Persistence.Conversations;
using CardShop.Persistence.Desk;
using CardShop.Persistence.Documents;
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

    /// <summary>The links to documents that a browser has taken for its own.</summary>
    public DbSet<DocumentLinkRow> DocumentLinks => Set<DocumentLinkRow>();

    /// <summary>The cases as the desk lists them.</summary>
    public DbSet<DeskCaseRow> DeskCases => Set<DeskCaseRow>();

    /// <summary>What only the desk sees.</summary>
    public DbSet<DeskNoteRow> DeskNotes => Set<DeskNoteRow>();

    /// <summary>Unsent text.</summary>
    public DbSet<DeskDraftRow> DeskDrafts => Set<DeskDraftRow>();

    /// <summary>Who saw and did what; append-only.</summary>
    public DbSet<DeskAuditRow> DeskAudit => Set<DeskAuditRow>();

    /// <summary>The people of the desk.</summary>
    public DbSet<DeskPersonRow> DeskPeople => Set<DeskPersonRow>();

    /// <summary>Their open pages.</summary>
    public DbSet<DeskPageRow> DeskPages => Set<DeskPageRow>();

    /// <summary>What is set while the house runs.</summary>
    public DbSet<DeskSettingRow> DeskSettings => Set<DeskSettingRow>();

    /// <summary>The accounts of those who work at the desk.</summary>
    public DbSet<DeskAccountRow> DeskAccounts => Set<DeskAccountRow>();

    /// <summary>The one-time links by which they come in first.</summary>
    public DbSet<DeskLinkRow> DeskLinks => Set<DeskLinkRow>();

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
