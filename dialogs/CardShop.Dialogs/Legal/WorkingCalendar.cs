namespace CardShop.Dialogs.Legal;

/// <summary>Working days (工作日) of mainland China, in Asia/Shanghai (rule R3).</summary>
public sealed class WorkingCalendar
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private readonly HashSet<int> _years;
    private readonly HashSet<DateOnly> _daysOff;
    private readonly HashSet<DateOnly> _makeUpDays;

    /// <summary>A calendar from the notices given. Days of other years are judged by the weekend alone.</summary>
    public WorkingCalendar(IReadOnlyCollection<HolidayNotice> notices)
    {
        _years = [.. notices.Select(notice => notice.Year)];
        _daysOff = [.. notices.SelectMany(notice => notice.DaysOff).SelectMany(Days)];
        _makeUpDays = [.. notices.SelectMany(notice => notice.MakeUpDays)];
    }

    /// <summary>The calendar of the notices that this version carries.</summary>
    public static WorkingCalendar Published { get; } = new(LegalData.Read<HolidayNotices>("working-days.json").Years);

    /// <summary>Whether the year's holiday notice is known.</summary>
    public bool Covers(DateOnly day) => _years.Contains(day.Year);

    /// <summary>Whether people work on that day.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        !_daysOff.Contains(day) && (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || _makeUpDays.Contains(day));

    /// <summary>The working day that lies <paramref name="count"/> working days after a moment's day in China; the day itself does not count (民法典 201).</summary>
    /// <param name="from">The moment from which is counted.</param>
    /// <param name="count">1 to 250.</param>
    public DueDay AddWorkingDays(DateTimeOffset from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 250);
        var day = DateOnly.FromDateTime(from.ToOffset(China).DateTime);
        var beyond = false;
        for (var left = count; left > 0; left -= IsWorkingDay(day) ? 1 : 0)
        {
            day = day.AddDays(1);
            beyond |= !Covers(day);
        }

        return new DueDay(day, beyond);
    }

    /// <summary>How many working days lie after a moment's day in China, up to and including another's; the day itself does not count (民法典 201).</summary>
    public int CountWorkingDays(DateTimeOffset from, DateTimeOffset until)
    {
        var (first, last) = (DateOnly.FromDateTime(from.ToOffset(China).DateTime), DateOnly.FromDateTime(until.ToOffset(China).DateTime));
        return Enumerable.Range(1, Math.Max(0, last.DayNumber - first.DayNumber)).Count(days => IsWorkingDay(first.AddDays(days)));
    }

    private static IEnumerable<DateOnly> Days(Holiday holiday) =>
        Enumerable.Range(0, holiday.Last.DayNumber - holiday.First.DayNumber + 1).Select(holiday.First.AddDays);

    private sealed record HolidayNotices(IReadOnlyList<HolidayNotice> Years);
}
