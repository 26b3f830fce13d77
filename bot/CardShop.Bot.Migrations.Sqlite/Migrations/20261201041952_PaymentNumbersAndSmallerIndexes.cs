using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CardShop.Bot.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PaymentNumbersAndSmallerIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_ConversationId_Kind_State_Id",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_outbox_State_NextAttemptAt",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_case_events_ConversationId",
                table: "case_events");

            migrationBuilder.AddColumn<string>(
                name: "PaymentNo",
                table: "desk_cases",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_ConversationId_Kind_Id",
                table: "outbox",
                columns: new[] { "ConversationId", "Kind", "Id" },
                filter: "\"State\" = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_NextAttemptAt",
                table: "outbox",
                column: "NextAttemptAt",
                filter: "\"State\" = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_desk_cases_PaymentNo",
                table: "desk_cases",
                column: "PaymentNo");

            migrationBuilder.CreateIndex(
                name: "IX_case_events_ConversationId",
                table: "case_events",
                column: "ConversationId",
                filter: "\"Kind\" = 'DeskDecided'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_ConversationId_Kind_Id",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_outbox_NextAttemptAt",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_desk_cases_PaymentNo",
                table: "desk_cases");

            migrationBuilder.DropIndex(
                name: "IX_case_events_ConversationId",
                table: "case_events");

            migrationBuilder.DropColumn(
                name: "PaymentNo",
                table: "desk_cases");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_ConversationId_Kind_State_Id",
                table: "outbox",
                columns: new[] { "ConversationId", "Kind", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_State_NextAttemptAt",
                table: "outbox",
                columns: new[] { "State", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_case_events_ConversationId",
                table: "case_events",
                column: "ConversationId");
        }
    }
}
