using CardShop.Sandbox.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Sandbox.Store;

internal sealed class OrdersTable : IEntityTypeConfiguration<ShopOrder>
{
    public void Configure(EntityTypeBuilder<ShopOrder> builder)
    {
        builder.ToTable("orders").HasKey(order => order.OrderNo);
        builder.HasIndex(order => order.PaymentNo).IsUnique();
        builder.HasIndex(order => order.MerchantNo).IsUnique();
        builder.HasIndex(order => new { order.CustomerId, order.CreatedAt });
        builder.HasIndex(order => order.SubmittedKey).IsUnique();
        builder.Property(order => order.CardCodes).HasMaxLength(4000);
        builder.ComplexProperty(order => order.ByHand);
        builder.ComplexProperty(order => order.State, state =>
        {
            state.Ignore(fields => fields.Target);
            state.Ignore(fields => fields.RefundableFen);
            state.Ignore(fields => fields.HasMoney);
        });
    }
}

internal sealed class LedgerTable : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder) => builder.ToTable("ledger").HasKey(entry => entry.Id);
}

internal sealed class OutcomesTable : IEntityTypeConfiguration<KeptOutcome>
{
    public void Configure(EntityTypeBuilder<KeptOutcome> builder)
    {
        builder.ToTable("outcomes").HasKey(outcome => outcome.Key);
        builder.Property(outcome => outcome.Body).HasMaxLength(16_000);
    }
}

internal sealed class CasesTable : IEntityTypeConfiguration<CaseRecord>
{
    public void Configure(EntityTypeBuilder<CaseRecord> builder)
    {
        builder.ToTable("cases").HasKey(record => record.Number);
        builder.HasIndex(record => record.OrderNo);
    }
}

internal sealed class NoticesTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices").HasKey(notice => notice.Id);
        builder.HasIndex(notice => notice.Key).IsUnique();
        builder.Property(notice => notice.Text).HasMaxLength(4000);
    }
}

internal sealed class RecipientAnswersTable : IEntityTypeConfiguration<RecipientAnswer>
{
    public void Configure(EntityTypeBuilder<RecipientAnswer> builder) => builder.ToTable("recipient_answers").HasKey(answer => answer.OrderNo);
}

internal sealed class CaseReviewsTable : IEntityTypeConfiguration<CaseReview>
{
    public void Configure(EntityTypeBuilder<CaseReview> builder)
    {
        builder.ToTable("case_reviews").HasKey(review => review.Number);
        builder.Property(review => review.Reason).HasMaxLength(2000);
    }
}

internal sealed class FeedTable : IEntityTypeConfiguration<FeedEntry>
{
    public void Configure(EntityTypeBuilder<FeedEntry> builder)
    {
        builder.ToTable("feed").HasKey(entry => entry.Id);
        builder.HasIndex(entry => new { entry.State, entry.Id });
        builder.Property(entry => entry.Body).HasMaxLength(16_000);
    }
}

internal sealed class DaysTable : IEntityTypeConfiguration<ShopDay>
{
    public void Configure(EntityTypeBuilder<ShopDay> builder)
    {
        builder.ToTable("day").HasKey(day => day.Id);
        builder.Property(day => day.Id).ValueGeneratedNever();
    }
}
