namespace CardShop.Understanding.Trainer;

/// <summary>A small generator whose numbers are the same in every version of the framework (Park and Miller 1988).</summary>
internal sealed class Lehmer(int seed)
{
    private long _state = seed;

    /// <summary>Puts them into another order.</summary>
    public void Shuffle<T>(T[] items)
    {
        for (var at = items.Length - 1; at > 0; at--)
        {
            var other = (int)(Next() % (at + 1));
            (items[at], items[other]) = (items[other], items[at]);
        }
    }

    /// <summary>A number from 0 up to but not 1.</summary>
    public float Share() => (float)(Next() / (double)int.MaxValue);

    /// <summary>A number of a standard normal distribution, near enough: twelve even ones together (central limit theorem).</summary>
    public float Normal()
    {
        var sum = -6f;
        for (var one = 0; one < 12; one++)
            sum += Share();
        return sum;
    }

    private long Next() => _state = _state * 48271 % int.MaxValue;
}
