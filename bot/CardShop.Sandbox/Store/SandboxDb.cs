using CardShop.Sandbox.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CardShop.Sandbox.Store;

/// <summary>The shop's books. Moments are UTC ticks, money is fen, words are bounded strings.</summary>
internal sealed class SandboxDb(DbContextOptions<SandboxDb> options) : DbContext(options)
{
    public DbSet<ShopOrder> Orders => Set<ShopOrder>();

    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    public DbSet<KeptOutcome> Outcomes => Set<KeptOutcome>();

    public DbSet<CaseRecord> Cases => Set<CaseRecord>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<RecipientAnswer> RecipientAnswers => Set<RecipientAnswer>();

    public DbSet<CaseReview> CaseReviews => Set<CaseReview>();

    public DbSet<FeedEntry> Feed => Set<FeedEntry>();

    public DbSet<ShopDay> Days => Set<ShopDay>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<TimeSpan>().HaveConversion<TimeSpanToTicksConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<string>().HaveMaxLength(200);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(SandboxDb).Assembly);
}

/// <summary>SQLite can't order <see cref="DateTimeOffset"/>; it can order numbers.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
