using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Cases;

internal sealed class CaseOrderRowConfiguration : IEntityTypeConfiguration<CaseOrderRow>
{
    public void Configure(EntityTypeBuilder<CaseOrderRow> builder)
    {
        builder.ToTable("case_orders");
        builder.HasKey(row => new { row.CaseNumber, row.OrderNo });
        builder.HasIndex(row => row.OrderNo);
        builder.Property(row => row.CaseNumber).HasMaxLength(Lengths.Name);
        builder.Property(row => row.OrderNo).HasMaxLength(Lengths.Id);
    }
}
