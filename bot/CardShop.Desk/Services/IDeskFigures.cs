using CardShop.Dialogs.Cases;

namespace CardShop.Desk.Services;

/// <summary>The day in figures (Asia/Shanghai).</summary>
public interface IDeskFigures
{
    /// <summary>Today's figures; null for somebody without a role.</summary>
    Task<DayFigures?> TodayAsync(AgentIdentity agent, CancellationToken cancellationToken);
}

/// <summary>One day's figures. What nothing was measured for is null, never nought.</summary>
public sealed record DayFigures
{
    /// <summary>The day, in China.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Cases opened on the day, by path and outcome; null stands for not known yet and for still open.</summary>
    public required IReadOnlyList<CaseCount> Cases { get; init; }

    /// <summary>How many wait for a person now.</summary>
    public required int Waiting { get; init; }

    /// <summary>How many people hold now.</summary>
    public required int Held { get; init; }

    /// <summary>The median of the minutes from calling a person to the first human words.</summary>
    public double? MinutesToFirstAnswer { get; init; }

    /// <summary>The share of cases solved today that were solved within the golden window.</summary>
    public double? SolvedWithinWindow { get; init; }

    /// <summary>The share of today's reviews that were decided on time.</summary>
    public double? ReviewsOnTime { get; init; }

    /// <summary>The share of today's answers that were good.</summary>
    public double? Satisfied { get; init; }

    /// <summary>How many were asked and answered.</summary>
    public required int SatisfactionAnswers { get; init; }
}

/// <summary>How many cases took a path and came to an outcome.</summary>
public sealed record CaseCount(CasePath? Path, Outcome? Outcome, int Count);
