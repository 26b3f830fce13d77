namespace CardShop.Dialogs.Understanding.Times;

/// <summary>Turns a phrase into a moment or a stretch before now, in the offset of now (LABELS.md, Times).</summary>
internal static class PhraseResolver
{
    private const int EarlyHour = 5;

    /// <summary>The time, or null where it would lie in the future.</summary>
    public static PaymentTime? Resolve(TimePhrase phrase, DateTimeOffset now)
    {
        if (ResolveOnce(phrase, now) is { } resolved)
            return resolved;
        // 周六晚上九点 on a Saturday afternoon was a week ago.
        return phrase.Day is { IsWeekday: true } day ? ResolveOnce(phrase with { Day = day.WeekBefore }, now) : null;
    }

    private static PaymentTime? ResolveOnce(TimePhrase phrase, DateTimeOffset now)
    {
        if (phrase.IsNow)
            return PaymentTime.Point(now);
        if (phrase.Ago is { } ago)
            return ago.Least == ago.Most ? Point(now - ago.Least, now) : Stretch(now - ago.Most, now - ago.Least, now);
        if (phrase.Clock is { } clock)
            return ResolveClock(phrase, clock, now);
        if (phrase.Part is { } part)
            return ResolvePart(phrase.Day, part, now);
        return phrase.Day is { } day ? Stretch(At(day.From, 0, now), At(day.Until, 0, now), now) : null;
    }

    private static PaymentTime? ResolvePart(DaySpan? told, DayPart part, DateTimeOffset now)
    {
        if (told is { IsOne: false })
            return Stretch(At(told.Value.From, 0, now), At(told.Value.Until, 0, now), now);
        var day = told?.From ?? now.Date;
        if (At(day, part.From, now) >= now && (told is null || (told.Value.IsToday && now.Hour < EarlyHour)))
            day = day.AddDays(-1);
        // 昨天半夜 is the night that follows the day.
        if (part == DayPart.MiddleOfNight && told is { IsToday: false })
            day = day.AddDays(1);
        var to = (part == DayPart.Evening || part == DayPart.Night) && told is { IsYesterday: true } ? DayPart.LastNight.To : part.To;
        return Stretch(At(day, part.From, now), At(day, to, now), now);
    }

    private static PaymentTime? ResolveClock(TimePhrase phrase, ClockTime clock, DateTimeOffset now)
    {
        var (early, late) = clock.Minutes(phrase.Part);
        DateTimeOffset? latest = null;
        if (phrase.Day is { IsOne: true } day)
        {
            if (!day.IsToday && phrase.Part is null && early != late)
                (early, late) = AsSaidOfADay(clock, early, late);
            latest = Latest(latest, At(day.From, early, now), now);
            latest = Latest(latest, At(day.From, late, now), now);
            if (latest is null && day.IsToday)
                latest = Latest(null, At(day.From.AddDays(-1), late, now), now);
            // 今天半夜一点, 夜里零点十分 of a night that began the day before.
            if (latest is null || (phrase.Part?.Kind == DayPartKind.Night && day.IsToday))
                latest = Latest(latest, At(day.From, early % DayPart.Midnight, now), now);
        }
        else
        {
            for (var back = 2; back >= 0; back--)
            {
                latest = Latest(latest, At(now.Date.AddDays(-back), early, now), now);
                latest = Latest(latest, At(now.Date.AddDays(-back), late, now), now);
            }
        }

        if (latest is not { } at)
            return null;
        return clock.Open == 0 ? PaymentTime.Point(at.AddSeconds(at.AddSeconds(clock.Second) <= now ? clock.Second : 0)) : Stretch(at, at.AddMinutes(clock.Open), now);
    }

    /// <summary>An hour of another day is read as the half of the day in which people are about.</summary>
    private static (int Early, int Late) AsSaidOfADay(ClockTime clock, int early, int late) => clock.Hour is >= 1 and < 7 && !clock.Fine ? (late, late) : (clock.Hour == 12 ? (late, late) : (early, early));

    private static DateTimeOffset? Latest(DateTimeOffset? known, DateTimeOffset one, DateTimeOffset now) => one <= now && (known is null || one > known) ? one : known;

    private static DateTimeOffset At(DateTime day, int minutes, DateTimeOffset now) => new(DateTime.SpecifyKind(day, DateTimeKind.Unspecified).AddMinutes(minutes), now.Offset);

    private static PaymentTime? Point(DateTimeOffset at, DateTimeOffset now) => at <= now ? PaymentTime.Point(at) : null;

    private static PaymentTime? Stretch(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var end = to > now ? now : to;
        return from < end ? PaymentTime.Stretch(from, end) : null;
    }
}
