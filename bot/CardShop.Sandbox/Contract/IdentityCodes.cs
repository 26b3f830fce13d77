using System.Security.Cryptography;
using System.Text;
using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Http;

namespace CardShop.Sandbox.Contract;

/// <summary>
/// The codes that were sent, one an order: six digits, for one case, five minutes and three tries, by the wall clock. They are kept in memory only, and forgotten with
/// the process: whoever waited for one asks for another.
/// </summary>
internal sealed class IdentityCodes(WallClock wallClock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const int Tries = 3;
    private const int MostAnHour = 5;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Book> _books = [];

    /// <summary>Makes a code, and ends the one before; the same attempt again changes nothing.</summary>
    public void Send(string orderNo, string caseNumber, string attempt)
    {
        lock (_lock)
        {
            var now = wallClock.Now;
            var book = _books.TryGetValue(orderNo, out var known) ? known : _books[orderNo] = new Book();
            if (book.Sent.Any(sent => sent.Attempt == attempt))
            {
                return;
            }

            book.Sent.RemoveAll(sent => now - sent.At >= Hour);
            if (book.Sent.Count >= MostAnHour)
            {
                throw ProblemException.Throttled(Hour - (now - book.Sent[0].At));
            }

            book.Sent.Add((attempt, now));
            book.Current = new Code(RandomNumberGenerator.GetString("0123456789", 6), caseNumber, now + Lifetime, Tries);
        }
    }

    public IdentityVerdict Check(string orderNo, string caseNumber, string attempt, string code)
    {
        lock (_lock)
        {
            if (!_books.TryGetValue(orderNo, out var book))
            {
                return new IdentityVerdict(IdentityResult.Expired, 0);
            }

            var asked = (attempt, code);
            return book.Answers.TryGetValue(asked, out var kept) ? kept : book.Answers[asked] = Judge(book, caseNumber, code);
        }
    }

    /// <summary>What would have reached the phone: for the control that plays it.</summary>
    public string? Shown(string orderNo)
    {
        lock (_lock)
        {
            return _books.TryGetValue(orderNo, out var book) ? book.Current?.Digits : null;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _books.Clear();
        }
    }

    private IdentityVerdict Judge(Book book, string caseNumber, string code)
    {
        if (book.Current is not { } current || current.CaseNumber != caseNumber || wallClock.Now >= current.Until)
        {
            return new IdentityVerdict(IdentityResult.Expired, 0);
        }

        if (current.TriesLeft == 0)
        {
            return new IdentityVerdict(IdentityResult.UsedUp, 0);
        }

        if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(current.Digits), Encoding.ASCII.GetBytes(code)))
        {
            book.Current = null;
            return new IdentityVerdict(IdentityResult.Proven, 0);
        }

        book.Current = current with { TriesLeft = current.TriesLeft - 1 };
        return new IdentityVerdict(book.Current.TriesLeft == 0 ? IdentityResult.UsedUp : IdentityResult.Wrong, book.Current.TriesLeft);
    }

    private sealed record Code(string Digits, string CaseNumber, DateTimeOffset Until, int TriesLeft);

    private sealed class Book
    {
        public List<(string Attempt, DateTimeOffset At)> Sent { get; } = [];

        public Dictionary<(string Attempt, string Code), IdentityVerdict> Answers { get; } = [];

        public Code? Current { get; set; }
    }
}
