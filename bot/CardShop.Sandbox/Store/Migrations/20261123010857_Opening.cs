using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CardShop.Sandbox.Store.Migrations
{
    /// <inheritdoc />
    public partial class Opening : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_reviews",
                columns: table => new
                {
                    Number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_reviews", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    Number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OrderNo = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "day",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    ClockOffset = table.Column<long>(type: "INTEGER", nullable: false),
                    DemoSeeded = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ledger",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrderNo = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ExpectedVersion = table.Column<long>(type: "INTEGER", nullable: true),
                    Done = table.Column<bool>(type: "INTEGER", nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CustomerId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CaseNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Locale = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "orders",
                columns: table => new
                {
                    OrderNo = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PaymentNo = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MerchantNo = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DuplicateOf = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    QueryPasswordHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SubmittedKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Live = table.Column<bool>(type: "INTEGER", nullable: false),
                    CardCodes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    ByHand_Cancel = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ByHand_Hold = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ByHand_Modify = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ByHand_Refund = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    State_Account = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    State_AmountFen = table.Column<long>(type: "INTEGER", nullable: false),
                    State_ChannelRecord = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State_CodeRevealed = table.Column<bool>(type: "INTEGER", nullable: false),
                    State_Delivery = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State_Denomination = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State_Frozen = table.Column<bool>(type: "INTEGER", nullable: false),
                    State_Fulfilment = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State_Goods = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State_HeldFor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    State_HeldUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    State_IdentityBound = table.Column<bool>(type: "INTEGER", nullable: false),
                    State_NextStepAt = table.Column<long>(type: "INTEGER", nullable: true),
                    State_PaidAt = table.Column<long>(type: "INTEGER", nullable: true),
                    State_PaidFen = table.Column<long>(type: "INTEGER", nullable: false),
                    State_Payment = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State_PaymentMethod = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State_Phone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    State_Product = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State_Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    State_RefundExpectedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    State_RefundedFen = table.Column<long>(type: "INTEGER", nullable: false),
                    State_Region = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    State_TargetOwner = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_orders", x => x.OrderNo);
                });

            migrationBuilder.CreateTable(
                name: "outcomes",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RequestHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 16000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outcomes", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "recipient_answers",
                columns: table => new
                {
                    OrderNo = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recipient_answers", x => x.OrderNo);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cases_OrderNo",
                table: "cases",
                column: "OrderNo");

            migrationBuilder.CreateIndex(
                name: "IX_orders_CustomerId_CreatedAt",
                table: "orders",
                columns: new[] { "CustomerId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_orders_MerchantNo",
                table: "orders",
                column: "MerchantNo",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_orders_PaymentNo",
                table: "orders",
                column: "PaymentNo",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_orders_SubmittedKey",
                table: "orders",
                column: "SubmittedKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_reviews");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "day");

            migrationBuilder.DropTable(
                name: "ledger");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "orders");

            migrationBuilder.DropTable(
                name: "outcomes");

            migrationBuilder.DropTable(
                name: "recipient_answers");
        }
    }
}
