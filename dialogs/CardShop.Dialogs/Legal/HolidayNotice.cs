namespace CardShop.Dialogs.Legal;

/// <summary>One year's holiday notice (国务院办公厅放假安排).</summary>
/// <param name="Year">The calendar year that it covers in full.</param>
/// <param name="Source">Who published it, and when.</param>
/// <param name="DaysOff">The holidays, weekends within them counted in.</param>
/// <param name="MakeUpDays">Saturdays and Sundays on which people work (调休).</param>
public sealed record HolidayNotice(int Year, string Source, IReadOnlyList<Holiday> DaysOff, IReadOnlyList<DateOnly> MakeUpDays);

/// <summary>One holiday.</summary>
/// <param name="Name">Its Chinese name.</param>
/// <param name="First">The first day off.</param>
/// <param name="Last">The last day off.</param>
public sealed record Holiday(string Name, DateOnly First, DateOnly Last);
