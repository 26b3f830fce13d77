namespace CardShop.Bot.SecondOpinions;

/// <summary>Spares customers the waiting: who has failed three times in a row is left alone for a while, and only so many wait at once.</summary>
internal sealed class Strain(ModelOptions options, TimeProvider time)
{
    private const int MostFailures = 3;

    private readonly Lock _lock = new();
    private int _waiting;
    private int _failures;
    private long _restingSince;

    /// <summary>Takes a place among those who wait; otherwise why there is none.</summary>
    public AskedAbout? Enter()
    {
        lock (_lock)
        {
            if (_failures >= MostFailures && time.GetElapsedTime(_restingSince) < options.Rest)
            {
                return AskedAbout.Resting;
            }

            if (_waiting >= options.Parallelism)
            {
                return AskedAbout.Busy;
            }

            _waiting++;
            return null;
        }
    }

    /// <summary>Gives the place back.</summary>
    public void Leave(AskedAbout outcome)
    {
        lock (_lock)
        {
            _waiting--;
            _failures = outcome is AskedAbout.Slow or AskedAbout.Failed ? _failures + 1 : 0;
            _restingSince = time.GetTimestamp();
        }
    }
}
