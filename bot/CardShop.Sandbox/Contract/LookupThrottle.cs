namespace CardShop.Sandbox.Contract;

/// <summary>
/// Slows down guessing: lookups that find nothing are counted per number, per asker and in all, by the wall clock. Who has used up a count waits until its
/// oldest failure is ten minutes old, with the right proof too, so that waiting tells nothing.
/// </summary>
internal sealed class LookupThrottle(WallClock wallClock)
{
    private const int FailuresEach = 5;
    private const int FailuresInAll = 100;
    private const string Everybody = "*";
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _failures = [];

    /// <summary>Counts an attempt as failed until <see cref="Succeeded"/> takes it back, so that many at once can't slip through; or says how long to wait.</summary>
    public TimeSpan? Begin(string number, string? asker)
    {
        lock (_lock)
        {
            var now = wallClock.Now;
            Forget(now);
            var keys = KeysOf(number, asker);
            if (keys.Where(IsUsedUp).Select(key => Memory - (now - _failures[key][0])).ToList() is { Count: > 0 } waits)
            {
                return waits.Max();
            }

            foreach (var key in keys)
            {
                (_failures.TryGetValue(key, out var times) ? times : _failures[key] = []).Add(now);
            }

            return null;
        }
    }

    public void Succeeded(string number, string? asker)
    {
        lock (_lock)
        {
            foreach (var key in KeysOf(number, asker))
            {
                if (_failures.TryGetValue(key, out var times) && times.Count > 0)
                {
                    times.RemoveAt(times.Count - 1);
                }
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _failures.Clear();
        }
    }

    private bool IsUsedUp(string key) => _failures.TryGetValue(key, out var times) && times.Count >= (key == Everybody ? FailuresInAll : FailuresEach);

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, times) in _failures)
        {
            times.RemoveAll(failed => now - failed >= Memory);
            if (times.Count == 0)
            {
                _failures.Remove(key);
            }
        }
    }

    private static string[] KeysOf(string number, string? asker) =>
        asker is null ? [Everybody, "n:" + number] : [Everybody, "n:" + number, "a:" + asker];
}
