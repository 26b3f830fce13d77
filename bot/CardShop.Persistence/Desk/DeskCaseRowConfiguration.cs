using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Desk;

internal sealed class DeskCaseRowConfiguration : IEntityTypeConfiguration<DeskCaseRow>
{
    private const int TailLength = 4;

    public void Configure(EntityTypeBuilder<DeskCaseRow> builder)
    {
        builder.ToTable("desk_cases");
        builder.HasKey(row => row.CaseNumber);
        builder.HasIndex(row => row.WaitingSince);
        builder.HasIndex(row => row.HolderId);
        builder.HasIndex(row => row.ConversationId);
        builder.HasIndex(row => row.OrderNo);
        builder.HasIndex(row => row.FoundBy);
        builder.HasIndex(row => row.PaymentNo);
        builder.HasIndex(row => row.PhoneTail);
        builder.HasIndex(row => row.TakenAt);
        builder.HasIndex(row => row.EndedAt);
        builder.Property(row => row.CaseNumber).HasMaxLength(Lengths.Name);
        builder.Property(row => row.ConversationId).HasMaxLength(Lengths.ConversationId);
        builder.Property(row => row.Channel).HasMaxLength(Lengths.Name);
        builder.Property(row => row.CustomerId).HasMaxLength(Lengths.Id);
        builder.Property(row => row.Kind).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.Cause).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.Path).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.Outcome).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.DeadlineKind).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Language).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.OrderNo).HasMaxLength(Lengths.Id);
        builder.Property(row => row.FoundBy).HasMaxLength(Lengths.Id);
        builder.Property(row => row.PaymentNo).HasMaxLength(Lengths.Id);
        builder.Property(row => row.PhoneTail).HasMaxLength(TailLength);
        builder.Property(row => row.HolderId).HasMaxLength(Lengths.Id);
        builder.Property(row => row.HolderName).HasMaxLength(Lengths.Id);
        builder.Property(row => row.Rating).HasMaxLength(Lengths.Name);
    }
}
