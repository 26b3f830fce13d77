CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "case_reviews" (
    "Number" TEXT NOT NULL CONSTRAINT "PK_case_reviews" PRIMARY KEY,
    "Decision" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "Link" TEXT NULL,
    "At" INTEGER NOT NULL
);

CREATE TABLE "cases" (
    "Number" TEXT NOT NULL CONSTRAINT "PK_cases" PRIMARY KEY,
    "OrderNo" TEXT NOT NULL,
    "Path" TEXT NULL,
    "Stage" TEXT NOT NULL,
    "Outcome" TEXT NULL,
    "UpdatedAt" INTEGER NOT NULL
);

CREATE TABLE "day" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_day" PRIMARY KEY,
    "ClockOffset" INTEGER NOT NULL,
    "DemoSeeded" INTEGER NOT NULL
);

CREATE TABLE "ledger" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ledger" PRIMARY KEY AUTOINCREMENT,
    "OrderNo" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "IdempotencyKey" TEXT NOT NULL,
    "ExpectedVersion" INTEGER NULL,
    "Done" INTEGER NOT NULL,
    "Result" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);

CREATE TABLE "notices" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_notices" PRIMARY KEY AUTOINCREMENT,
    "CustomerId" TEXT NOT NULL,
    "CaseNumber" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Locale" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);

CREATE TABLE "orders" (
    "OrderNo" TEXT NOT NULL CONSTRAINT "PK_orders" PRIMARY KEY,
    "PaymentNo" TEXT NOT NULL,
    "MerchantNo" TEXT NOT NULL,
    "CustomerId" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "DuplicateOf" TEXT NULL,
    "Contact" TEXT NULL,
    "QueryPasswordHash" TEXT NULL,
    "SubmittedKey" TEXT NULL,
    "Live" INTEGER NOT NULL,
    "CardCodes" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "ByHand_Cancel" TEXT NULL,
    "ByHand_Hold" TEXT NULL,
    "ByHand_Modify" TEXT NULL,
    "ByHand_Refund" TEXT NULL,
    "State_Account" TEXT NULL,
    "State_AmountFen" INTEGER NOT NULL,
    "State_ChannelRecord" TEXT NOT NULL,
    "State_CodeRevealed" INTEGER NOT NULL,
    "State_Delivery" TEXT NOT NULL,
    "State_Denomination" TEXT NOT NULL,
    "State_Frozen" INTEGER NOT NULL,
    "State_Fulfilment" TEXT NOT NULL,
    "State_Goods" TEXT NOT NULL,
    "State_HeldFor" TEXT NULL,
    "State_HeldUntil" INTEGER NULL,
    "State_IdentityBound" INTEGER NOT NULL,
    "State_NextStepAt" INTEGER NULL,
    "State_PaidAt" INTEGER NULL,
    "State_PaidFen" INTEGER NOT NULL,
    "State_Payment" TEXT NOT NULL,
    "State_PaymentMethod" TEXT NOT NULL,
    "State_Phone" TEXT NULL,
    "State_Product" TEXT NOT NULL,
    "State_Quantity" INTEGER NOT NULL,
    "State_RefundExpectedBy" INTEGER NULL,
    "State_RefundedFen" INTEGER NOT NULL,
    "State_Region" TEXT NULL,
    "State_TargetOwner" TEXT NOT NULL
);

CREATE TABLE "outcomes" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_outcomes" PRIMARY KEY,
    "RequestHash" TEXT NOT NULL,
    "Status" INTEGER NOT NULL,
    "Body" TEXT NOT NULL
);

CREATE TABLE "recipient_answers" (
    "OrderNo" TEXT NOT NULL CONSTRAINT "PK_recipient_answers" PRIMARY KEY,
    "Answer" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);

CREATE INDEX "IX_cases_OrderNo" ON "cases" ("OrderNo");

CREATE INDEX "IX_orders_CustomerId_CreatedAt" ON "orders" ("CustomerId", "CreatedAt");

CREATE UNIQUE INDEX "IX_orders_MerchantNo" ON "orders" ("MerchantNo");

CREATE UNIQUE INDEX "IX_orders_PaymentNo" ON "orders" ("PaymentNo");

CREATE UNIQUE INDEX "IX_orders_SubmittedKey" ON "orders" ("SubmittedKey");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123010857_Opening', '10.0.15');

ALTER TABLE "orders" ADD "State_ArrivalToTell" INTEGER NULL;

ALTER TABLE "orders" ADD "State_RefundHandedOverAt" INTEGER NULL;

ALTER TABLE "notices" ADD "Key" TEXT NULL;

CREATE TABLE "feed" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_feed" PRIMARY KEY AUTOINCREMENT,
    "Body" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "State" TEXT NOT NULL
);

CREATE UNIQUE INDEX "IX_notices_Key" ON "notices" ("Key");

CREATE INDEX "IX_feed_State_Id" ON "feed" ("State", "Id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123155947_Events', '10.0.15');

