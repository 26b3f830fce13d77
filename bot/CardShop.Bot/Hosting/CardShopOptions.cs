using CardShop.Dialogs.Policies;

namespace CardShop.Bot.Hosting;

/// <summary>Section <c>CardShop</c>.</summary>
internal sealed class CardShopOptions : ISettings
{
    public static string Section => "CardShop";

    /// <summary>Where database, logs and generated secrets live; relative to the current directory.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>How far back changes are counted (rules G3, D8).</summary>
    public TimeSpan ChangeWindow { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The golden window, from payment (rule P1).</summary>
    public TimeSpan GoldenWindow { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How many changes a customer may have within <see cref="ChangeWindow"/> (rule G3).</summary>
    public int MaxChanges { get; set; } = 3;

    /// <summary>How long one lease holds an order (rule P1; the shop ends it by itself).</summary>
    public TimeSpan HoldLease { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a customer without an open chat may have been silent before news goes to them by the shop's notices as well (rule R5).</summary>
    public TimeSpan CustomerGoneAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>After how long an unanswered question is called to mind, once.</summary>
    public TimeSpan ReminderAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a case that its customer has left, and its evidence, are kept (rule E6).</summary>
    public TimeSpan DraftRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a recipient has to answer, before the one reminder and once more after it (rule D8).</summary>
    public TimeSpan RecipientWait { get; set; } = TimeSpan.FromHours(72);

    /// <summary>How long the shop's goods usually take; until then a late order is merely under way (rule D11).</summary>
    public TimeSpan UsualDelivery { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Within which time two orders alike count as one placed twice (rule T6).</summary>
    public TimeSpan DuplicateWithin { get; set; } = TimeSpan.FromHours(24);

    /// <summary>From how many closed cases on the shop's own odds are told in place of the trade's (rules P1, R4).</summary>
    public int OddsFrom { get; set; } = 30;

    /// <summary>The figures that the rules need.</summary>
    public PolicySettings ToPolicySettings() => new()
    {
        Window = GoldenWindow,
        MaxChanges = MaxChanges,
        ChangePeriod = ChangeWindow,
        HoldLease = HoldLease,
        ReminderAfter = ReminderAfter,
        DraftRetention = DraftRetention,
        RecipientWait = RecipientWait,
        UsualDelivery = UsualDelivery,
        DuplicateWithin = DuplicateWithin,
        OddsFrom = OddsFrom,
    };

    public IEnumerable<(string Setting, string Remedy)> Problems()
    {
        if (string.IsNullOrWhiteSpace(DataDirectory))
        {
            yield return (nameof(DataDirectory), "it is empty; name a directory, such as ./data");
        }

        if (ChangeWindow <= TimeSpan.Zero)
        {
            yield return (nameof(ChangeWindow), "it must be longer than nothing, such as 1.00:00:00");
        }

        if (GoldenWindow <= TimeSpan.Zero || GoldenWindow > TimeSpan.FromDays(1))
        {
            yield return (nameof(GoldenWindow), "it must be longer than nothing and at most a day, such as 00:15:00");
        }

        if (CustomerGoneAfter < TimeSpan.Zero)
        {
            yield return (nameof(CustomerGoneAfter), "it must not be less than nothing, such as 00:05:00");
        }

        if (ReminderAfter < TimeSpan.FromMinutes(1))
        {
            yield return (nameof(ReminderAfter), "it must be a minute or more, such as 00:10:00");
        }

        if (DraftRetention < TimeSpan.FromHours(1))
        {
            yield return (nameof(DraftRetention), "it must be an hour or more, such as 7.00:00:00");
        }

        if (UsualDelivery < TimeSpan.Zero)
        {
            yield return (nameof(UsualDelivery), "it must not be less than nothing, such as 00:30:00");
        }

        if (DuplicateWithin <= TimeSpan.Zero)
        {
            yield return (nameof(DuplicateWithin), "it must be longer than nothing, such as 1.00:00:00");
        }

        if (OddsFrom < 1)
        {
            yield return (nameof(OddsFrom), "it must be 1 or more, such as 30");
        }

        if (RecipientWait < TimeSpan.FromHours(1))
        {
            yield return (nameof(RecipientWait), "it must be an hour or more, such as 3.00:00:00");
        }

        if (MaxChanges < 1)
        {
            yield return (nameof(MaxChanges), "it must be 1 or more, such as 3");
        }

        if (HoldLease < TimeSpan.FromSeconds(1) || HoldLease > TimeSpan.FromMinutes(15))
        {
            yield return (nameof(HoldLease), "it must be between a second and 15 minutes, such as 00:10:00");
        }
    }
}
