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
            _state = _state * 48271 % int.MaxValue;
            var other = (int)(_state % (at + 1));
            (items[at], items[other]) = (items[other], items[at]);
        }
    }
}
