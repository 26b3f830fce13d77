using System.Globalization;
using CardShop.Dialogs.Legal;

namespace CardShop.Dialogs.Tests.Legal;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("2026-09-30", 3, "2026-10-10")] // National Day, then 8 and 9 October, then a make-up Saturday.
    [InlineData("2026-09-24", 1, "2026-09-28")] // Mid-Autumn.
    [InlineData("2026-09-18", 1, "2026-09-20")] // A make-up Sunday.
    [InlineData("2026-10-05", 1, "2026-10-08")] // From within a holiday.
    [InlineData("2026-02-13", 2, "2026-02-24")] // A make-up Saturday, then Spring Festival.
    [InlineData("2026-02-27", 1, "2026-02-28")]
    [InlineData("2026-02-28", 1, "2026-03-02")]
    [InlineData("2026-01-03", 1, "2026-01-04")]
    [InlineData("2026-05-08", 1, "2026-05-09")]
    [InlineData("2026-11-20", 3, "2026-11-25")] // An ordinary weekend.
    [InlineData("2026-12-28", 3, "2026-12-31")]
    public void AddWorkingDays_WithinThePublishedYear_FollowsTheNotice(string from, int count, string due) =>
        Assert.Equal(new DueDay(Day(due), BeyondPublished: false), WorkingCalendar.Published.AddWorkingDays(Noon(from), count));

    [Theory]
    [InlineData("2026-12-31", 1, "2027-01-01")]
    [InlineData("2026-12-30", 3, "2027-01-04")]
    public void AddWorkingDays_AcrossTheYearsEnd_SaysThatTheCalendarIsNotKnown(string from, int count, string due) =>
        Assert.Equal(new DueDay(Day(due), BeyondPublished: true), WorkingCalendar.Published.AddWorkingDays(Noon(from), count));

    [Fact]
    public void AddWorkingDays_BeforeTheFirstPublishedYear_SaysThatTheCalendarIsNotKnown() =>
        Assert.True(WorkingCalendar.Published.AddWorkingDays(Noon("2025-09-30"), 1).BeyondPublished);

    [Fact]
    public void AddWorkingDays_LateEveningInUtc_CountsFromChinasDay() =>
        Assert.Equal(Day("2026-11-25"), WorkingCalendar.Published.AddWorkingDays(new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero), 1).Day);

    [Fact]
    public void End_OfADueDay_IsMidnightInChina() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 16, 0, 0, TimeSpan.Zero), new DueDay(Day("2026-11-25"), false).End);

    [Fact]
    public void AddWorkingDays_OnceTheNextNoticeIsLoaded_FollowsIt()
    {
        var calendar = new WorkingCalendar([new HolidayNotice(2027, "测试", [new Holiday("元旦", Day("2027-01-01"), Day("2027-01-03"))], [])]);

        Assert.Equal(new DueDay(Day("2027-01-04"), BeyondPublished: false), calendar.AddWorkingDays(Noon("2026-12-31"), 1));
    }

    [Theory]
    [InlineData("2026-09-30", "2026-10-10", 3)]
    [InlineData("2026-11-20", "2026-11-25", 3)]
    [InlineData("2026-11-20", "2026-11-22", 0)] // Over the weekend nobody works.
    [InlineData("2026-11-20", "2026-11-20", 0)]
    [InlineData("2026-11-20", "2026-11-18", 0)] // Gone by.
    public void CountWorkingDays_LeavesOutTheDayItself_AndDaysOff(string from, string until, int count) =>
        Assert.Equal(count, WorkingCalendar.Published.CountWorkingDays(Noon(from), Noon(until)));

    [Fact]
    public void MakeUpDays_FallOnWeekends() =>
        Assert.All(
            LegalData.Read<Dictionary<string, List<HolidayNotice>>>("working-days.json")["years"].SelectMany(notice => notice.MakeUpDays),
            day => Assert.True(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));

    [Theory]
    [InlineData(0)]
    [InlineData(251)]
    public void AddWorkingDays_OutOfRange_IsRefused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingCalendar.Published.AddWorkingDays(Noon("2026-11-23"), count));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Noon(string day) => new(Day(day), new TimeOnly(12, 0), TimeSpan.FromHours(8));
}
