namespace CardShop.Bot.Turns;

/// <summary>One at a time per key, without blocking a thread. A key that nobody holds or waits for takes no memory.</summary>
internal sealed class KeyedLock
{
    private readonly Dictionary<string, Gate> _gates = [];

    /// <summary>Waits for the key's turn; disposing gives it to the next one.</summary>
    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellationToken)
    {
        Gate gate;
        lock (_gates)
        {
            if (!_gates.TryGetValue(key, out gate!))
            {
                _gates[key] = gate = new Gate();
            }

            gate.Users++;
        }

        try
        {
            await gate.Semaphore.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(key, gate);
            throw;
        }

        return new Holder(this, key, gate);
    }

    /// <summary>Waits until everybody who holds a key at this moment has given it back.</summary>
    public async Task PassThroughAllAsync(CancellationToken cancellationToken)
    {
        string[] held;
        lock (_gates)
        {
            held = [.. _gates.Keys];
        }

        foreach (var key in held)
        {
            (await EnterAsync(key, cancellationToken)).Dispose();
        }
    }

    private void Leave(string key, Gate gate)
    {
        lock (_gates)
        {
            if (--gate.Users == 0)
            {
                _gates.Remove(key);
                gate.Semaphore.Dispose();
            }
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Holder(KeyedLock owner, string key, Gate gate) : IDisposable
    {
        private bool _released;

        public void Dispose()
        {
            if (!_released)
            {
                _released = true;
                gate.Semaphore.Release();
                owner.Leave(key, gate);
            }
        }
    }
}
