using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Cases;

internal sealed class CaseRowConfiguration : IEntityTypeConfiguration<CaseRow>
{
    public void Configure(EntityTypeBuilder<CaseRow> builder)
    {
        builder.ToTable("cases");
        builder.HasKey(row => row.Number);
        builder.HasIndex(row => row.WaitingSince);
        builder.HasIndex(row => row.ConversationId);
        builder.HasIndex(row => row.OrderNo);
        builder.HasIndex(row => new { row.FirstOdds, row.UpdatedAt });
        builder.Property(row => row.FirstOdds).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.Product).HasMaxLength(Lengths.Id);
        builder.Property(row => row.Number).HasMaxLength(Lengths.Name);
        builder.Property(row => row.ConversationId).HasMaxLength(Lengths.ConversationId);
        builder.Property(row => row.CustomerId).HasMaxLength(Lengths.Id);
        builder.Property(row => row.OrderNo).HasMaxLength(Lengths.Id);
        builder.Property(row => row.Stage).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.Path).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.Outcome).HasConversion<string>().HasMaxLength(Lengths.Name);
    }
}
