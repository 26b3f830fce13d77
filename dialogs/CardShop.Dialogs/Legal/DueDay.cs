namespace CardShop.Dialogs.Legal;

/// <summary>The working day by which something is due.</summary>
/// <param name="Day">The day, in Asia/Shanghai.</param>
/// <param name="BeyondPublished">Whether a day was counted whose year's holidays are not known: the day is then told with 以官方放假安排为准.</param>
public readonly record struct DueDay(DateOnly Day, bool BeyondPublished)
{
    /// <summary>The first moment at which it is overdue: midnight after the day, in Asia/Shanghai.</summary>
    public DateTimeOffset End => new(Day.AddDays(1), TimeOnly.MinValue, TimeSpan.FromHours(8));
}
