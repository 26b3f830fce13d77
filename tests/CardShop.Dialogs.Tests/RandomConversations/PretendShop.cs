using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>A shop made of values: it keeps orders and answers by key, acts on the version told only, and writes down all that it has done.</summary>
internal sealed class PretendShop(World world)
{
    private readonly Dictionary<string, CommandResult> _kept = [];

    public OrderFacts[] Orders { get; private set; } = [.. world.Orders];

    public ShopMood Mood { get; set; }

    public TargetsAre Targets { get; set; } = new(TargetOwner.Self, null);

    public BooksSay Books { get; set; } = new(0, 0);

    /// <summary>The commands that moved money or goods, in order: the ledger.</summary>
    public List<ShopCommand> Done { get; private set; } = [];

    public PretendShop Fork()
    {
        var fork = new PretendShop(world) { Orders = [.. Orders], Mood = Mood, Targets = Targets, Books = Books, Done = [.. Done] };
        foreach (var (key, result) in _kept)
        {
            fork._kept[key] = result;
        }

        return fork;
    }

    public ShopAnswer Answer(ShopQuery query) => (query, Mood) switch
    {
        (CountChanges, _) => new CountAnswer(Books.Changes),
        (CountWaiting, _) => new CountAnswer(Books.Waiting),
        (CountRecovered, _) => new RecoveredAnswer(Books.Waiting * 20, Books.Waiting * 15, null),
        (FindCase or ListCases, ShopMood.KnowsNothing) => new NotFoundAnswer(),
        (FindCase find, _) => new CaseAnswer(World.CaseElsewhere with { Number = find.Number }),
        (FindCaseOfOrder, _) => Books.Waiting % 2 == 0 ? new NotFoundAnswer() : new CaseAnswer(World.CaseElsewhere),
        (ListCases, _) => new CasesAnswer([World.CaseElsewhere]),
        (_, ShopMood.IsSilent) => new UnreachableAnswer(),
        (FindOrder, ShopMood.Throttles) => new ThrottledAnswer(TimeSpan.FromSeconds(90)),
        (FindOrder or ReadOrder, ShopMood.KnowsNothing) => new NotFoundAnswer(),
        (ListOrders or CheckTarget or ListProducts or SendIdentityCode, ShopMood.CanDoLittle) => new UnsupportedAnswer(),
        (FindOrder find, _) => Find(find.Number) is { } found && MaySee(found.Order, find.Asker) ? new OrderAnswer(found) : new NotFoundAnswer(),
        (ReadOrder read, _) => Find(read.OrderNo) is { } known ? new OrderAnswer(known) : new NotFoundAnswer(),
        (ListOrders list, _) => new OrdersAnswer([.. Orders.Select(facts => facts.Order).Where(order => order.CustomerId == list.CustomerId)]),
        (FindRefund find, _) => new RefundAnswer(new Refund(Find(find.OrderNo)?.Order.Payment == PaymentState.Refunded ? RefundState.Arrived : RefundState.Processing, null, null, 0)),
        (SendIdentityCode, _) => new IdentityCodeAnswer(new IdentityCodeSent("138****1111", 300)),
        (CheckIdentityCode check, _) => new IdentityVerdictAnswer(check.Code == "402917" ? new(IdentityResult.Proven, 0) : new(IdentityResult.Wrong, 2)),
        (ListProducts, _) => new ProductsAnswer(Some.Products),
        (CheckTarget, _) => new TargetAnswer(new TargetCheck(Targets.Owner, Targets.Nickname)),
        _ => new UnsupportedAnswer(),
    };

    public OrderFacts? Find(string number) => Array.Find(Orders, facts => facts.Order.OrderNo == number);

    public void Move(int at, OrderMove move)
    {
        if (at >= Orders.Length)
        {
            return;
        }

        var (order, can) = Orders[at];
        var moved = move switch
        {
            OrderMove.Ships => order with { Delivery = DeliveryState.Processing },
            OrderMove.IsPartlyDelivered => order with { Delivery = DeliveryState.Partial },
            OrderMove.IsDelivered => order with { Delivery = DeliveryState.Delivered },
            OrderMove.Fails => order with { Delivery = DeliveryState.Failed },
            OrderMove.IsAbnormal => order with { Delivery = DeliveryState.Abnormal },
            OrderMove.IsLost => order with { Delivery = DeliveryState.Unknown },
            OrderMove.IsPaid => order with { Payment = PaymentState.Paid, ChannelRecord = ChannelRecord.Paid, PaidAt = order.PaidAt ?? Some.Now },
            OrderMove.IsClosed => order with { Payment = PaymentState.Closed, ChannelRecord = ChannelRecord.None, PaidAt = null },
            OrderMove.IsRefunded => order with { Payment = PaymentState.Refunded },
            OrderMove.IsFrozen => order with { Hold = HoldState.Frozen },
            OrderMove.IsThawed => order with { Hold = HoldState.None },
            _ => order,
        };
        Put(moved == order ? order : moved with { Version = order.Version + 1 }, move switch
        {
            OrderMove.CannotBeChanged => can with { Modify = new Capability(Verdict.Impossible) },
            OrderMove.CannotBeCancelled => can with { Cancel = new Capability(Verdict.Impossible) },
            OrderMove.WantsReview => can with { Cancel = new Capability(Verdict.Review), Modify = new Capability(Verdict.Review) },
            OrderMove.CanAll => can with { Cancel = new Capability(Verdict.Allowed), Modify = new Capability(Verdict.Allowed), Hold = new Capability(Verdict.Allowed) },
            _ => can,
        });
    }

    /// <summary>Carries a command out, or refuses it; the same key gets the same answer for ever.</summary>
    public CommandResult Take(ShopCommand command, DateTimeOffset now)
    {
        if (!_kept.TryGetValue(command.Key, out var result))
        {
            _kept[command.Key] = result = Decide(command, now);
        }

        return result;
    }

    /// <summary>Refuses a command for good, unless it was answered before.</summary>
    public CommandResult Refuse(ShopCommand command, string code)
    {
        if (!_kept.TryGetValue(command.Key, out var result))
        {
            _kept[command.Key] = result = new CommandRefused(code, code.Length % 2 == 0 ? Find(command.OrderNo)?.Order : null);
        }

        return result;
    }

    private CommandResult Decide(ShopCommand command, DateTimeOffset now)
    {
        if (Find(command.OrderNo) is not { } facts)
        {
            return new CommandRefused("not_allowed", null);
        }

        var order = facts.Order;
        switch (command)
        {
            case HoldOrder hold:
                order = order with { Hold = HoldState.Soft, HoldUntil = now + hold.Lease };
                break;
            case ReleaseOrder:
                order = order with { Hold = HoldState.None, HoldUntil = null };
                break;
            case CancelOrder { ExpectedVersion: var seen } when seen != order.Version:
            case ModifyOrder { ExpectedVersion: var read } when read != order.Version:
                return new CommandRefused("version_moved", order);
            case RefundOrder { ExpectedVersion: var known } when known != order.Version:
                return new CommandRefused("version_moved", order);
            case RefundOrder:
                Done.Add(command);
                order = order with { Version = order.Version + 1, Payment = PaymentState.Refunded, Hold = HoldState.None };
                break;
            case CancelOrder or ModifyOrder when order.Delivery is DeliveryState.Processing or DeliveryState.Partial or DeliveryState.Unknown or DeliveryState.Abnormal:
                return new CommandRefused("already_shipped", order);
            case CancelOrder:
                Done.Add(command);
                order = order with { Version = order.Version + 1, Payment = order.Payment == PaymentState.Paid ? PaymentState.Refunded : PaymentState.Closed, Hold = HoldState.None };
                break;
            case ModifyOrder { Changes: var to }:
                Done.Add(command);
                order = order with
                {
                    Version = order.Version + 1,
                    Product = to.Product ?? order.Product,
                    Denomination = to.Denomination ?? order.Denomination,
                    Target = new Target(to.Account ?? order.Target.Account, to.Phone ?? order.Target.Phone, to.Region ?? order.Target.Region),
                    Hold = HoldState.None,
                };
                break;
        }

        Put(order, facts.Capabilities);
        var comesBack = command is CancelOrder or RefundOrder && facts.Order.Payment == PaymentState.Paid;
        return new CommandDone(order, comesBack ? new Refund(RefundState.Processing, order.PaymentMethod, now.AddDays(3), order.AmountFen) : null);
    }

    private void Put(Order order, Capabilities capabilities)
    {
        // A copy: forks share what they have not changed.
        Orders = [.. Orders.Select(facts => facts.Order.OrderNo == order.OrderNo ? new OrderFacts(order, capabilities with { Version = order.Version }) : facts)];
    }

    private static bool MaySee(Order order, Asker asker) => asker.CustomerId is { } id ? order.CustomerId == id : asker.Proof == World.Contact;
}
