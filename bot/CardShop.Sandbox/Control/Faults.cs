namespace CardShop.Sandbox.Control;

/// <summary>The faults that wait for their call, in the order in which they were asked for. They last as long as the process.</summary>
internal sealed class Faults
{
    private readonly Lock _lock = new();
    private readonly List<(FaultRequest Fault, int Left)> _waiting = [];

    public void Add(FaultRequest fault)
    {
        lock (_lock)
        {
            _waiting.Add((fault, fault.Times));
        }
    }

    /// <summary>Takes the next fault of a route; null when all is well.</summary>
    public FaultRequest? Take(FaultRoute route)
    {
        lock (_lock)
        {
            var index = _waiting.FindIndex(waiting => waiting.Fault.Route == route);
            if (index < 0)
            {
                return null;
            }

            var (fault, left) = _waiting[index];
            if (left > 1)
            {
                _waiting[index] = (fault, left - 1);
            }
            else
            {
                _waiting.RemoveAt(index);
            }

            return fault;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _waiting.Clear();
        }
    }
}
