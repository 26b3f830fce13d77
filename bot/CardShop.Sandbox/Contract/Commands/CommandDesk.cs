using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Orders;
using CardShop.Sandbox.Store;
using CardShop.ShopContract;

namespace CardShop.Sandbox.Contract.Commands;

/// <summary>
/// Takes commands: effect, version, kept outcome and ledger line are one transaction, so that none of them is ever seen without the others, and two at once
/// can't both act.
/// </summary>
internal sealed class CommandDesk(Books books, Counter counter, PaymentWays payments, SandboxClock clock)
{
    public Task<CommandAnswer> TakeAsync(ShopCommand command, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) => books.WriteAsync(
        async (db, token) =>
        {
            var hash = HashOf(command, body.Span);
            var answer = await db.Outcomes.FindAsync([command.Key], token) switch
            {
                { } kept when kept.RequestHash == hash => new CommandAnswer(kept.Status, kept.Body, Replayed: true, Result: "repeated"),
                { } => Refuse(new Refusal(422, "key_reused", "The idempotency key belongs to another command."), null),
                null => await ActAsync(db, command, hash, token),
            };

            // The ledger is of what is done to orders; a message leaves its order alone.
            if (command is not MessageRecipient)
            {
                db.Ledger.Add(LineOf(command, answer));
            }

            return answer;
        },
        cancellationToken);

    /// <summary>What became of a command; null when it never arrived.</summary>
    public Task<CommandOutcome?> RecallAsync(string key, CancellationToken cancellationToken) => books.ReadAsync(
        async (db, token) => await db.Outcomes.FindAsync([key], token) switch
        {
            null => null,
            { Status: 200 } done => new CommandOutcome(done.Status, JsonSerializer.Deserialize<CommandReceipt>(done.Body, ShopJson.Contract)),
            { } refused => new CommandOutcome(refused.Status, null, JsonSerializer.Deserialize<ShopProblem>(refused.Body, ShopJson.Contract)),
        },
        cancellationToken);

    private async Task<CommandAnswer> ActAsync(SandboxDb db, ShopCommand command, string hash, CancellationToken cancellationToken)
    {
        if (await db.Orders.FindAsync([command.OrderNo], cancellationToken) is not { } order)
        {
            // Not kept: nothing was decided, and the number may come into being.
            return Refuse(new Refusal(404, "not_found", "There is no such order."), null);
        }

        // The shop's receipt of the command is the moment that decides about the window (rule P9).
        var now = clock.GetUtcNow();
        var answer = Decide(order, command, now, await IsApprovedAsync(db, command.CaseNumber, order, cancellationToken));
        db.Outcomes.Add(new KeptOutcome { Key = command.Key, RequestHash = hash, Status = answer.Status, Body = answer.Body });
        return answer;
    }

    /// <summary>
    /// Whether the recipient has agreed, or a reviewer has approved the case, and the order is of the customer whom the case is about: an approval opens nobody
    /// else's order.
    /// </summary>
    private static async Task<bool> IsApprovedAsync(SandboxDb db, string caseNumber, ShopOrder order, CancellationToken cancellationToken)
    {
        if (await db.RecipientAnswers.FindAsync([order.OrderNo], cancellationToken) is { Answer: RecipientReply.Agrees })
        {
            return true;
        }

        if (await db.CaseReviews.FindAsync([caseNumber], cancellationToken) is not { Decision: ReviewReply.Approve })
        {
            return false;
        }

        // A case of which the shop has heard nothing else can't be told to be about another order.
        var about = (await db.Cases.FindAsync([caseNumber], cancellationToken))?.OrderNo ?? order.OrderNo;
        return about == order.OrderNo
            || (order.CustomerId is { } customer && (await db.Orders.FindAsync([about], cancellationToken))?.CustomerId == customer);
    }

    private CommandAnswer Decide(ShopOrder order, ShopCommand command, DateTimeOffset now, bool isApproved)
    {
        if (command.ExpectedVersion() is { } expected && expected != order.Version)
        {
            return Refuse(new Refusal(409, "version_moved", "The order has changed since."), order.At(now));
        }

        switch (counter.Rule(order, command, now, isApproved))
        {
            case Refused refused:
                return Refuse(refused.Refusal, order.At(now));
            case Granted granted:
                order.Become(granted.State);
                var refund = granted.RefundFen > 0 ? payments.RefundOf(order.State, granted.RefundFen, now) : null;
                return new CommandAnswer(200, Answer.Write(new CommandReceipt(command.Action(), order.At(now), refund)), Replayed: false, Result: "done");
            case var other:
                throw new InvalidOperationException($"No such ruling: {other.GetType().Name}.");
        }
    }

    private static CommandAnswer Refuse(Refusal refusal, Order? order) =>
        new(refusal.Status, Answer.Write(new ShopProblem(refusal.Code, refusal.Why, refusal.Status, order)), Replayed: false, Result: refusal.Code);

    private LedgerEntry LineOf(ShopCommand command, CommandAnswer answer) => new()
    {
        OrderNo = command.OrderNo,
        Action = command.Action(),
        IdempotencyKey = command.Key,
        ExpectedVersion = command.ExpectedVersion(),
        Done = answer is { Status: 200, Replayed: false },
        Result = answer.Result,
        At = clock.GetUtcNow(),
    };

    private static string HashOf(ShopCommand command, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{command.Action()}\n{command.OrderNo}\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>What a command is answered with.</summary>
internal sealed record CommandAnswer(int Status, string Body, bool Replayed, string Result);
