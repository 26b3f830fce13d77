using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Cases;

internal sealed class ChangeRowConfiguration : IEntityTypeConfiguration<ChangeRow>
{
    public void Configure(EntityTypeBuilder<ChangeRow> builder)
    {
        builder.ToTable("changes");
        builder.HasKey(row => row.CommandKey);
        builder.HasIndex(row => new { row.Key, row.At });
        builder.Property(row => row.CommandKey).HasMaxLength(Lengths.Id);
        builder.Property(row => row.Key).HasMaxLength(Lengths.Id);
        builder.Property(row => row.CaseNumber).HasMaxLength(Lengths.Name);
    }
}
