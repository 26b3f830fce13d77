using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Desk;

internal sealed class DeskNoteRowConfiguration : IEntityTypeConfiguration<DeskNoteRow>
{
    public void Configure(EntityTypeBuilder<DeskNoteRow> builder)
    {
        builder.ToTable("desk_notes");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.CaseNumber, row.OnceId }).IsUnique();
        builder.Property(row => row.CaseNumber).HasMaxLength(Lengths.Name);
        builder.Property(row => row.OnceId).HasMaxLength(Lengths.Id);
        builder.Property(row => row.AgentId).HasMaxLength(Lengths.Id);
        builder.Property(row => row.Name).HasMaxLength(Lengths.Id);
    }
}

internal sealed class DeskDraftRowConfiguration : IEntityTypeConfiguration<DeskDraftRow>
{
    public void Configure(EntityTypeBuilder<DeskDraftRow> builder)
    {
        builder.ToTable("desk_drafts");
        builder.HasKey(row => new { row.AgentId, row.CaseNumber });
        builder.Property(row => row.AgentId).HasMaxLength(Lengths.Id);
        builder.Property(row => row.CaseNumber).HasMaxLength(Lengths.Name);
    }
}

internal sealed class DeskAuditRowConfiguration : IEntityTypeConfiguration<DeskAuditRow>
{
    public void Configure(EntityTypeBuilder<DeskAuditRow> builder)
    {
        builder.ToTable("desk_audit");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.CaseNumber);
        builder.HasIndex(row => row.AgentId);
        builder.Property(row => row.AgentId).HasMaxLength(Lengths.Id);
        builder.Property(row => row.Name).HasMaxLength(Lengths.ConversationId);
        builder.Property(row => row.Action).HasMaxLength(Lengths.Id);
        builder.Property(row => row.CaseNumber).HasMaxLength(Lengths.Name);
    }
}

internal sealed class DeskPersonRowConfiguration : IEntityTypeConfiguration<DeskPersonRow>
{
    public void Configure(EntityTypeBuilder<DeskPersonRow> builder)
    {
        builder.ToTable("desk_people");
        builder.HasKey(row => row.AgentId);
        builder.Property(row => row.AgentId).HasMaxLength(Lengths.Id);
        builder.Property(row => row.Name).HasMaxLength(Lengths.Id);
    }
}

internal sealed class DeskPageRowConfiguration : IEntityTypeConfiguration<DeskPageRow>
{
    public void Configure(EntityTypeBuilder<DeskPageRow> builder)
    {
        builder.ToTable("desk_pages");
        builder.HasKey(row => row.Connection);
        builder.HasIndex(row => row.AgentId);
        builder.HasIndex(row => row.Viewing);
        builder.Property(row => row.Connection).HasMaxLength(Lengths.Id);
        builder.Property(row => row.AgentId).HasMaxLength(Lengths.Id);
        builder.Property(row => row.Name).HasMaxLength(Lengths.Id);
        builder.Property(row => row.Viewing).HasMaxLength(Lengths.Name);
    }
}

internal sealed class DeskSettingRowConfiguration : IEntityTypeConfiguration<DeskSettingRow>
{
    public void Configure(EntityTypeBuilder<DeskSettingRow> builder)
    {
        builder.ToTable("desk_settings");
        builder.HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Value).HasMaxLength(Lengths.Id);
        builder.Property(row => row.By).HasMaxLength(Lengths.Id);
    }
}
