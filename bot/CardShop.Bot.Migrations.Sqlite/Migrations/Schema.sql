CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "case_events" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_case_events" PRIMARY KEY AUTOINCREMENT,
    "ConversationId" TEXT NOT NULL,
    "CaseNumber" TEXT NULL,
    "At" INTEGER NOT NULL,
    "Cause" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Data" TEXT NOT NULL
);

CREATE TABLE "cases" (
    "Number" TEXT NOT NULL CONSTRAINT "PK_cases" PRIMARY KEY,
    "ConversationId" TEXT NOT NULL,
    "CustomerId" TEXT NULL,
    "OrderNo" TEXT NULL,
    "Stage" TEXT NOT NULL,
    "Path" TEXT NULL,
    "Outcome" TEXT NULL,
    "WaitingSince" INTEGER NULL,
    "OpenedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL
);

CREATE TABLE "changes" (
    "CommandKey" TEXT NOT NULL CONSTRAINT "PK_changes" PRIMARY KEY,
    "Key" TEXT NOT NULL,
    "CaseNumber" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);

CREATE TABLE "conversations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_conversations" PRIMARY KEY,
    "Channel" TEXT NOT NULL,
    "CustomerId" TEXT NULL,
    "Reference" TEXT NULL,
    "State" TEXT NULL,
    "LastSequence" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "OpenedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL
);

CREATE TABLE "deadlines" (
    "ConversationId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "DueAt" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "NextAttemptAt" INTEGER NOT NULL,
    CONSTRAINT "PK_deadlines" PRIMARY KEY ("ConversationId", "Kind")
);

CREATE TABLE "inbound" (
    "ConversationId" TEXT NOT NULL,
    "InboundId" TEXT NOT NULL,
    "FirstSequence" INTEGER NOT NULL,
    "LastSequence" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_inbound" PRIMARY KEY ("ConversationId", "InboundId")
);

CREATE TABLE "outbox" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_outbox" PRIMARY KEY AUTOINCREMENT,
    "ConversationId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Payload" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Certainty" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "NextAttemptAt" INTEGER NOT NULL,
    "UnknownSince" INTEGER NULL,
    "LastError" TEXT NULL
);

CREATE TABLE "transcript" (
    "ConversationId" TEXT NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "Id" TEXT NULL,
    "Speaker" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "ReplyTo" TEXT NULL,
    "Message" TEXT NULL,
    "Echo" TEXT NULL,
    CONSTRAINT "PK_transcript" PRIMARY KEY ("ConversationId", "Sequence")
);

CREATE INDEX "IX_case_events_CaseNumber" ON "case_events" ("CaseNumber");

CREATE INDEX "IX_case_events_ConversationId" ON "case_events" ("ConversationId");

CREATE INDEX "IX_cases_ConversationId" ON "cases" ("ConversationId");

CREATE INDEX "IX_cases_WaitingSince" ON "cases" ("WaitingSince");

CREATE INDEX "IX_changes_Key_At" ON "changes" ("Key", "At");

CREATE INDEX "IX_deadlines_NextAttemptAt" ON "deadlines" ("NextAttemptAt");

CREATE INDEX "IX_outbox_ConversationId_Kind_State_Id" ON "outbox" ("ConversationId", "Kind", "State", "Id");

CREATE INDEX "IX_outbox_State_NextAttemptAt" ON "outbox" ("State", "NextAttemptAt");

CREATE UNIQUE INDEX "IX_transcript_ConversationId_Id" ON "transcript" ("ConversationId", "Id");

CREATE TRIGGER case_events_no_update BEFORE UPDATE ON case_events BEGIN SELECT RAISE(ABORT, 'case_events is append-only'); END;

CREATE TRIGGER case_events_no_delete BEFORE DELETE ON case_events BEGIN SELECT RAISE(ABORT, 'case_events is append-only'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123012828_Initial', '10.0.15');

CREATE TABLE "evidence" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_evidence" PRIMARY KEY,
    "ConversationId" TEXT NOT NULL,
    "CaseNumber" TEXT NULL,
    "Media" TEXT NOT NULL,
    "Purpose" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "LooksSha256" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "HasThumbnail" INTEGER NOT NULL,
    "ReceivedAt" INTEGER NOT NULL,
    "KeptAt" INTEGER NULL,
    "WithdrawnAt" INTEGER NULL,
    "DeletedAt" INTEGER NULL
);

CREATE INDEX "IX_evidence_CaseNumber" ON "evidence" ("CaseNumber");

CREATE INDEX "IX_evidence_ConversationId" ON "evidence" ("ConversationId");

CREATE INDEX "IX_evidence_DeletedAt_WithdrawnAt" ON "evidence" ("DeletedAt", "WithdrawnAt");

CREATE INDEX "IX_evidence_LooksSha256" ON "evidence" ("LooksSha256");

CREATE INDEX "IX_evidence_Sha256" ON "evidence" ("Sha256");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123111402_Evidence', '10.0.15');

CREATE TABLE "case_orders" (
    "CaseNumber" TEXT NOT NULL,
    "OrderNo" TEXT NOT NULL,
    CONSTRAINT "PK_case_orders" PRIMARY KEY ("CaseNumber", "OrderNo")
);

CREATE TABLE "shop_cursors" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_shop_cursors" PRIMARY KEY,
    "Cursor" TEXT NOT NULL,
    "UpdatedAt" INTEGER NOT NULL
);

CREATE INDEX "IX_cases_OrderNo" ON "cases" ("OrderNo");

CREATE INDEX "IX_case_orders_OrderNo" ON "case_orders" ("OrderNo");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123164812_ShopEvents', '10.0.15');

CREATE TABLE "desk_audit" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_desk_audit" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "AgentId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "CaseNumber" TEXT NULL,
    "Data" TEXT NULL
);

CREATE TABLE "desk_cases" (
    "CaseNumber" TEXT NOT NULL CONSTRAINT "PK_desk_cases" PRIMARY KEY,
    "ConversationId" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "CustomerId" TEXT NULL,
    "Kind" TEXT NULL,
    "WaitingSince" INTEGER NULL,
    "Cause" TEXT NULL,
    "Path" TEXT NULL,
    "Outcome" TEXT NULL,
    "AmountFen" INTEGER NULL,
    "Deadline" INTEGER NULL,
    "DeadlineKind" TEXT NULL,
    "Language" TEXT NOT NULL,
    "OrderNo" TEXT NULL,
    "FoundBy" TEXT NULL,
    "Product" TEXT NULL,
    "PhoneTail" TEXT NULL,
    "HolderId" TEXT NULL,
    "HolderName" TEXT NULL,
    "HeldSince" INTEGER NULL,
    "HeardAt" INTEGER NULL,
    "AnsweredAt" INTEGER NULL,
    "CalledAt" INTEGER NULL,
    "TakenAt" INTEGER NULL,
    "FirstAnswerAt" INTEGER NULL,
    "ReviewDue" INTEGER NULL,
    "ReviewedAt" INTEGER NULL,
    "AwaitsSecond" INTEGER NOT NULL,
    "EndedAt" INTEGER NULL,
    "Rating" TEXT NULL,
    "RatingWords" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL
);

CREATE TABLE "desk_drafts" (
    "AgentId" TEXT NOT NULL,
    "CaseNumber" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_desk_drafts" PRIMARY KEY ("AgentId", "CaseNumber")
);

CREATE TABLE "desk_notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_desk_notes" PRIMARY KEY AUTOINCREMENT,
    "CaseNumber" TEXT NOT NULL,
    "OnceId" TEXT NOT NULL,
    "AgentId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Text" TEXT NOT NULL
);

CREATE TABLE "desk_pages" (
    "Connection" TEXT NOT NULL CONSTRAINT "PK_desk_pages" PRIMARY KEY,
    "AgentId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Viewing" TEXT NULL,
    "SeenAt" INTEGER NOT NULL,
    "TypingAt" INTEGER NULL
);

CREATE TABLE "desk_people" (
    "AgentId" TEXT NOT NULL CONSTRAINT "PK_desk_people" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "IsAvailable" INTEGER NOT NULL,
    "Capacity" INTEGER NULL,
    "SeenAt" INTEGER NOT NULL
);

CREATE TABLE "desk_settings" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_desk_settings" PRIMARY KEY,
    "Value" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Reason" TEXT NULL
);

CREATE INDEX "IX_desk_audit_AgentId" ON "desk_audit" ("AgentId");

CREATE INDEX "IX_desk_audit_CaseNumber" ON "desk_audit" ("CaseNumber");

CREATE INDEX "IX_desk_cases_ConversationId" ON "desk_cases" ("ConversationId");

CREATE INDEX "IX_desk_cases_EndedAt" ON "desk_cases" ("EndedAt");

CREATE INDEX "IX_desk_cases_FoundBy" ON "desk_cases" ("FoundBy");

CREATE INDEX "IX_desk_cases_HolderId" ON "desk_cases" ("HolderId");

CREATE INDEX "IX_desk_cases_OrderNo" ON "desk_cases" ("OrderNo");

CREATE INDEX "IX_desk_cases_PhoneTail" ON "desk_cases" ("PhoneTail");

CREATE INDEX "IX_desk_cases_TakenAt" ON "desk_cases" ("TakenAt");

CREATE INDEX "IX_desk_cases_WaitingSince" ON "desk_cases" ("WaitingSince");

CREATE UNIQUE INDEX "IX_desk_notes_CaseNumber_OnceId" ON "desk_notes" ("CaseNumber", "OnceId");

CREATE INDEX "IX_desk_pages_AgentId" ON "desk_pages" ("AgentId");

CREATE INDEX "IX_desk_pages_Viewing" ON "desk_pages" ("Viewing");

CREATE TRIGGER desk_audit_no_update BEFORE UPDATE ON desk_audit BEGIN SELECT RAISE(ABORT, 'desk_audit is append-only'); END;

CREATE TRIGGER desk_audit_no_delete BEFORE DELETE ON desk_audit BEGIN SELECT RAISE(ABORT, 'desk_audit is append-only'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123205905_AgentsDesk', '10.0.15');

CREATE TABLE "desk_accounts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_desk_accounts" PRIMARY KEY,
    "SignInName" TEXT NOT NULL,
    "NormalizedName" TEXT NOT NULL,
    "DisplayName" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NOT NULL,
    "AuthenticatorKey" TEXT NULL,
    "IsEnrolled" INTEGER NOT NULL,
    "LastCodeStep" INTEGER NOT NULL,
    "FailedAttempts" INTEGER NOT NULL,
    "LockedUntil" INTEGER NULL,
    "DisabledAt" INTEGER NULL,
    "IsDemo" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "SignedInAt" INTEGER NULL,
    "Version" TEXT NOT NULL
);

CREATE TABLE "desk_links" (
    "Hash" TEXT NOT NULL CONSTRAINT "PK_desk_links" PRIMARY KEY,
    "AccountId" TEXT NULL,
    "SignsIn" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "UsedAt" INTEGER NULL
);

CREATE UNIQUE INDEX "IX_desk_accounts_NormalizedName" ON "desk_accounts" ("NormalizedName");

CREATE INDEX "IX_desk_links_AccountId" ON "desk_links" ("AccountId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123212245_DeskAccounts', '10.0.15');

ALTER TABLE "cases" ADD "FirstOdds" TEXT NULL;

ALTER TABLE "cases" ADD "Product" TEXT NULL;

CREATE INDEX "IX_cases_FirstOdds_UpdatedAt" ON "cases" ("FirstOdds", "UpdatedAt");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124002057_CaseOdds', '10.0.15');

CREATE INDEX "IX_conversations_CustomerId" ON "conversations" ("CustomerId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124045328_CustomersConversations', '10.0.15');

CREATE TABLE "document_links" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_document_links" PRIMARY KEY,
    "BrowserHash" TEXT NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "HasTurnedAway" INTEGER NOT NULL
);

CREATE INDEX "IX_document_links_ExpiresAt" ON "document_links" ("ExpiresAt");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130202448_DocumentLinks', '10.0.15');

DROP INDEX "IX_outbox_ConversationId_Kind_State_Id";

DROP INDEX "IX_outbox_State_NextAttemptAt";

DROP INDEX "IX_case_events_ConversationId";

ALTER TABLE "desk_cases" ADD "PaymentNo" TEXT NULL;

CREATE INDEX "IX_outbox_ConversationId_Kind_Id" ON "outbox" ("ConversationId", "Kind", "Id") WHERE "State" = 'Pending';

CREATE INDEX "IX_outbox_NextAttemptAt" ON "outbox" ("NextAttemptAt") WHERE "State" = 'Pending';

CREATE INDEX "IX_desk_cases_PaymentNo" ON "desk_cases" ("PaymentNo");

CREATE INDEX "IX_case_events_ConversationId" ON "case_events" ("ConversationId") WHERE "Kind" = 'DeskDecided';

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261201041952_PaymentNumbersAndSmallerIndexes', '10.0.15');

