using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CardShop.Bot.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class AgentsDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "desk_audit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AgentId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Action = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    CaseNumber = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Data = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "desk_cases",
                columns: table => new
                {
                    CaseNumber = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ConversationId = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Channel = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    CustomerId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    WaitingSince = table.Column<long>(type: "bigint", nullable: true),
                    Cause = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Path = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Outcome = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    AmountFen = table.Column<long>(type: "bigint", nullable: true),
                    Deadline = table.Column<long>(type: "bigint", nullable: true),
                    DeadlineKind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Language = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    OrderNo = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    FoundBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    Product = table.Column<string>(type: "text", nullable: true),
                    PhoneTail = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    HolderId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    HolderName = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    HeldSince = table.Column<long>(type: "bigint", nullable: true),
                    HeardAt = table.Column<long>(type: "bigint", nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    CalledAt = table.Column<long>(type: "bigint", nullable: true),
                    TakenAt = table.Column<long>(type: "bigint", nullable: true),
                    FirstAnswerAt = table.Column<long>(type: "bigint", nullable: true),
                    ReviewDue = table.Column<long>(type: "bigint", nullable: true),
                    ReviewedAt = table.Column<long>(type: "bigint", nullable: true),
                    AwaitsSecond = table.Column<bool>(type: "boolean", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Rating = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    RatingWords = table.Column<string>(type: "text", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_cases", x => x.CaseNumber);
                });

            migrationBuilder.CreateTable(
                name: "desk_drafts",
                columns: table => new
                {
                    AgentId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    CaseNumber = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_drafts", x => new { x.AgentId, x.CaseNumber });
                });

            migrationBuilder.CreateTable(
                name: "desk_notes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CaseNumber = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    OnceId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    AgentId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_notes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "desk_pages",
                columns: table => new
                {
                    Connection = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    AgentId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Viewing = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    SeenAt = table.Column<long>(type: "bigint", nullable: false),
                    TypingAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_pages", x => x.Connection);
                });

            migrationBuilder.CreateTable(
                name: "desk_people",
                columns: table => new
                {
                    AgentId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    IsAvailable = table.Column<bool>(type: "boolean", nullable: false),
                    Capacity = table.Column<int>(type: "integer", nullable: true),
                    SeenAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_people", x => x.AgentId);
                });

            migrationBuilder.CreateTable(
                name: "desk_settings",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Value = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    By = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_settings", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_desk_audit_AgentId",
                table: "desk_audit",
                column: "AgentId");

            migrationBuilder.CreateIndex(
                name: "IX_desk_audit_CaseNumber",
                table: "desk_audit",
                column: "CaseNumber");

            migrationBuilder.CreateIndex(
                name: "IX_desk_cases_ConversationId",
                table: "desk_cases",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_desk_cases_EndedAt",
                table: "desk_cases",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_desk_cases_FoundBy",
                table: "desk_cases",
                column: "FoundBy");

            migrationBuilder.CreateIndex(
                name: "IX_desk_cases_HolderId",
                table: "desk_cases",
                column: "HolderId");

            migrationBuilder.CreateIndex(
                name: "IX_desk_cases_OrderNo",
                table: "desk_cases",
                column: "OrderNo");

            migrationBuilder.CreateIndex(
                name: "IX_desk_cases_PhoneTail",
                table: "desk_cases",
                column: "PhoneTail");

            migrationBuilder.CreateIndex(
                name: "IX_desk_cases_TakenAt",
                table: "desk_cases",
                column: "TakenAt");

            migrationBuilder.CreateIndex(
                name: "IX_desk_cases_WaitingSince",
                table: "desk_cases",
                column: "WaitingSince");

            migrationBuilder.CreateIndex(
                name: "IX_desk_notes_CaseNumber_OnceId",
                table: "desk_notes",
                columns: new[] { "CaseNumber", "OnceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_desk_pages_AgentId",
                table: "desk_pages",
                column: "AgentId");

            migrationBuilder.CreateIndex(
                name: "IX_desk_pages_Viewing",
                table: "desk_pages",
                column: "Viewing");

            migrationBuilder.MakeAppendOnly("desk_audit");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "desk_audit");

            migrationBuilder.DropTable(
                name: "desk_cases");

            migrationBuilder.DropTable(
                name: "desk_drafts");

            migrationBuilder.DropTable(
                name: "desk_notes");

            migrationBuilder.DropTable(
                name: "desk_pages");

            migrationBuilder.DropTable(
                name: "desk_people");

            migrationBuilder.DropTable(
                name: "desk_settings");
        }
    }
}
