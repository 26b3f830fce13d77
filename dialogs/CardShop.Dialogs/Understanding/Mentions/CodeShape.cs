using System.Buffers;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>What a run of letters and digits looks like before anything around it is read.</summary>
/// <param name="kinds">What it may be.</param>
/// <param name="speaksForItself">Whether the shape alone says what it is.</param>
internal sealed class CodeShape(MentionKinds kinds, bool speaksForItself)
{
    /// <summary>Shorter ones are not taken for an order number, whatever is said before them.</summary>
    public const int ShortestOrderNumber = 6;

    private const int ShortestPaymentNumber = 12;
    private const int LongestPaymentNumber = 32;
    private const int ShortestAccount = 5;
    private const int LongestAccount = 11;
    private const int LongestAmount = 6;
    private const int CardShopNumber = 16;
    private const int SteamIdLength = 17;
    private const int LongestServer = 4;
    private const int LongestPrefix = 4;
    private const int ShortestPrefixedNumber = 10;
    private const string SteamIdStart = "7656119";
    private const string HousePrefix = "KM";
    private const int FewestDigits = 4;
    private const int FewestHouseDigits = 2;
    private const int LongestWordPrefix = 6;
    private const int FewestNickLetters = 2;
    private const int FewestNickDigits = 2;
    private const int ShortestNick = 6;

    private static readonly string[] LoginPrefixes = ["qq", "uid", "id", "wx", "yy"];
    private static readonly SearchValues<char> NickSigns = SearchValues.Create("_#");
    private static readonly SearchValues<char> GroupSigns = SearchValues.Create("-/");

    private static readonly SearchValues<char> DigitsAndDashes = SearchValues.Create("0123456789-");

    /// <summary>Nothing but letters.</summary>
    public static CodeShape Word { get; } = new(MentionKinds.None, speaksForItself: false);

    /// <summary>A resident ID number: personal, and no order number.</summary>
    public static CodeShape ResidentId { get; } = new(MentionKinds.None, speaksForItself: true);

    /// <summary>A letter and a short number, as servers are called: S12.</summary>
    public static CodeShape Server { get; } = new(MentionKinds.Region, speaksForItself: false);

    private static readonly CodeShape Order = new(MentionKinds.Order, speaksForItself: true);
    private static readonly CodeShape SteamId = new(MentionKinds.Account, speaksForItself: true);
    private static readonly CodeShape Digits = new(MentionKinds.Account | MentionKinds.Order, speaksForItself: true);
    private static readonly CodeShape FewDigits = new(MentionKinds.Account | MentionKinds.Amount, speaksForItself: false);
    private static readonly CodeShape Name = new(MentionKinds.Account | MentionKinds.Order, speaksForItself: false);
    private static readonly CodeShape ShortName = new(MentionKinds.Account, speaksForItself: false);
    private static readonly CodeShape Nick = new(MentionKinds.Account, speaksForItself: true);
    private static readonly CodeShape Nothing = new(MentionKinds.None, speaksForItself: false);

    /// <summary>What it may be.</summary>
    public MentionKinds Kinds { get; } = kinds;

    /// <summary>Whether the shape alone says what it is.</summary>
    public bool SpeaksForItself { get; } = speaksForItself;

    /// <summary>Whether it may be an account, if nothing else is said.</summary>
    public bool MayBeAccount => Kinds.HasFlag(MentionKinds.Account);

    /// <summary>Tells a code's shape.</summary>
    public static CodeShape Of(string code)
    {
        if (code.All(char.IsAsciiLetter))
            return Word;
        if (Mentions.ResidentId.Looks(code))
            return ResidentId;
        return code.AsSpan().ContainsOnlyDigits() ? OfDigits(code) : OfMixed(code);
    }

    private static CodeShape OfDigits(string digits) => digits.Length switch
    {
        SteamIdLength when digits.StartsWith(SteamIdStart, StringComparison.Ordinal) => SteamId,
        >= ShortestPaymentNumber and <= LongestPaymentNumber => Order,
        > LongestAmount and <= LongestAccount => Digits,
        >= ShortestAccount and <= LongestAmount => FewDigits,
        _ => Nothing,
    };

    private static CodeShape OfMixed(string code)
    {
        // 12-month is a length of time, 12abc somebody's name.
        if (char.IsAsciiDigit(code[0]) && char.IsAsciiLetterLower(code[^1]) && code.Contains('-', StringComparison.Ordinal))
            return Nothing;
        var isPlain = code.AsSpan().IndexOfAny("_.:#") < 0;
        if (isPlain && (HasOrderPrefix(code) || LooksNumbered(code) || code.Length is >= CardShopNumber and <= LongestPaymentNumber))
            return Order;
        if (code.Length <= LongestServer && char.IsAsciiLetter(code[0]) && code.AsSpan(1).ContainsOnlyDigits())
            return Server;
        if (LooksLikeNick(code))
            return Nick;
        return isPlain && code.Length >= ShortestOrderNumber ? Name : ShortName;
    }

    /// <summary>li_ming, wzq0917, guwei#51270: letters first, then what only nicknames have.</summary>
    private static bool LooksLikeNick(string code)
    {
        var digits = code.Count(char.IsAsciiDigit);
        var letters = code.Count(char.IsAsciiLetter);
        return letters >= FewestNickLetters && code.Length >= ShortestNick && (digits >= FewestNickDigits || code.AsSpan().IndexOfAny(NickSigns) > 0)
            && code.AsSpan().IndexOfAny(GroupSigns) < 0 && (code.Any(char.IsAsciiLetterLower) || code.Contains('#', StringComparison.Ordinal));
    }

    /// <summary>M3301, DD-70412-19, 2026-YD-00871: capitals and digits in groups, as shops number their orders.</summary>
    private static bool LooksNumbered(string code)
    {
        var digits = code.Count(char.IsAsciiDigit);
        var letters = code.TakeWhile(char.IsAsciiLetter).Count();
        var isGrouped = code.AsSpan().IndexOfAny(GroupSigns) >= 0;
        var isHouse = code.StartsWith(HousePrefix, StringComparison.Ordinal);
        if (LoginPrefixes.Contains(code[..letters], StringComparer.OrdinalIgnoreCase) || (!isGrouped && code.Any(char.IsAsciiLetterLower) && !isHouse))
            return false;
        return digits >= (isHouse ? FewestHouseDigits : FewestDigits) && letters <= LongestWordPrefix && (letters > 0 || isGrouped)
            && (char.IsAsciiLetterUpper(code[0]) || isGrouped);
    }

    /// <summary>KM and digits, or a few letters and many digits.</summary>
    private static bool HasOrderPrefix(string code)
    {
        var letters = code.TakeWhile(char.IsAsciiLetter).Count();
        var isHouse = code.StartsWith(HousePrefix, StringComparison.OrdinalIgnoreCase) && letters == HousePrefix.Length;
        return letters is >= 2 and <= LongestPrefix && code.AsSpan(letters).IndexOfAnyExcept(DigitsAndDashes) < 0
            && code.Length - letters >= (isHouse ? ShortestOrderNumber : ShortestPrefixedNumber);
    }
}
