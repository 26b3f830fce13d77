using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Desk;

internal sealed class DeskAccountRowConfiguration : IEntityTypeConfiguration<DeskAccountRow>
{
    public void Configure(EntityTypeBuilder<DeskAccountRow> builder)
    {
        builder.ToTable("desk_accounts");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.NormalizedName).IsUnique();
        builder.Property(row => row.Id).HasMaxLength(Lengths.Name);
        builder.Property(row => row.SignInName).HasMaxLength(Lengths.Id);
        builder.Property(row => row.NormalizedName).HasMaxLength(Lengths.Id);
        builder.Property(row => row.DisplayName).HasMaxLength(Lengths.Id);
        builder.Property(row => row.Role).HasMaxLength(Lengths.Name);
        builder.Property(row => row.PasswordHash).HasMaxLength(Lengths.InboundId);
        builder.Property(row => row.SecurityStamp).HasMaxLength(Lengths.Id);
        builder.Property(row => row.AuthenticatorKey).HasMaxLength(Lengths.InboundId);
        builder.Property(row => row.Version).HasMaxLength(Lengths.Name).IsConcurrencyToken();
    }
}
