using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace CardShop.Bot.Evidence.Intake;

/// <summary>The reader's own filters, but none may blow a few bytes up into more than a document's structure ever needs.</summary>
internal sealed class BoundedFilters : IFilterProvider
{
    private readonly IFilterProvider _filters = DefaultFilterProvider.Instance;
    private long _left = 64 * 1024 * 1024;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(_filters.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(_filters.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(_filters.GetAllFilters());

    private List<IFilter> Bound(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new Bounded(filter, this))];

    private void Take(long bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw new InvalidDataException("The streams of the PDF unpack to more than is read.");
        }
    }

    private sealed class Bounded(IFilter filter, BoundedFilters bounds) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is FlateFilter)
            {
                Measure(input);
            }

            var decoded = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            bounds.Take(decoded.Length);
            return decoded;
        }

        /// <summary>Unpacks once for nothing but the size, since the reader itself would only stop at the end of memory.</summary>
        private void Measure(Memory<byte> input)
        {
            var left = bounds._left;
            var buffer = new byte[16 * 1024];
            using var unpacked = new ZLibStream(new MemoryStream(input.ToArray(), writable: false), CompressionMode.Decompress);
            try
            {
                for (var read = 1; read > 0 && left >= 0; left -= read)
                {
                    read = unpacked.Read(buffer);
                }
            }
            catch (InvalidDataException)
            {
                // The reader knows how to get along with what is slightly wrong, and its result is counted.
            }

            if (left < 0)
            {
                bounds.Take(long.MaxValue / 2);
            }
        }
    }
}
