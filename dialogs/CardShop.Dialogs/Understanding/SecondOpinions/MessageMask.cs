using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CardShop.Dialogs.Understanding.Judging;
using CardShop.Dialogs.Understanding.Mentions;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.SecondOpinions;

/// <summary>
/// A message in which placeholders stand for whatever could belong to a person: phones, accounts, numbers of orders and identity cards, addresses, names of files.
/// What each stands for stays here. Rather too much is hidden than too little: any number of four digits goes.
/// </summary>
internal sealed partial class MessageMask
{
    private const int ShortestNumber = 4;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private MessageMask(string text, List<Span> spans)
    {
        var written = new StringBuilder(text.Length);
        var end = 0;
        foreach (var span in spans)
        {
            written.Append(text, end, span.Start - end).Append(PlaceholderOf(span));
            end = span.End;
        }

        Text = written.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>The message as it may leave the house.</summary>
    public string Text { get; }

    /// <summary>Hides what is personal; null for a message that brings placeholders of its own.</summary>
    /// <param name="found">What was found in the message.</param>
    /// <param name="named">What the bot takes it to name.</param>
    public static MessageMask? Of(Findings found, Entities named)
    {
        var text = found.Text.Kept;
        if (Placeholder().IsMatch(text))
            return null;
        var spans = found.Mentions.All.Where(IsPersonal).Select(mention => new Span(mention.Start, mention.End, KindOf(mention), mention.Value))
            .Concat(Occurrences(text, named.Account))
            .Concat(Spans(Mail(), "MAIL", text))
            .Concat(Spans(FileName(), "FILE", text))
            .Concat(Spans(Number(), "NUMBER", text))
            .Concat(Spans(Code(), "NUMBER", text))
            .Concat(Spans(SpokenNumber(), "NUMBER", text))
            .Concat(Spans(Tag(), "ACCOUNT", text))
            .Concat(LatinNames(found));
        return new MessageMask(text, Apart([.. spans], text));
    }

    /// <summary>Puts back what a placeholder stands for, wherever one stands.</summary>
    public string Restore(string answered) => Placeholder().Replace(answered, match => _values.GetValueOrDefault(match.Value, match.Value));

    /// <summary>Whether this is a placeholder of this message, and nothing else.</summary>
    public bool Hides(string answered) => _values.ContainsKey(answered);

    private string PlaceholderOf(Span span)
    {
        var same = _values.FirstOrDefault(pair => pair.Value == span.Value).Key;
        if (same is not null)
            return same;
        var placeholder = string.Create(CultureInfo.InvariantCulture, $"[{span.Kind}_{_values.Count + 1}]");
        _values.Add(placeholder, span.Value);
        return placeholder;
    }

    private static bool IsPersonal(Mention mention) => (mention.Kinds & (MentionKinds.Order | MentionKinds.Phone | MentionKinds.Account)) != 0
        && (mention.Value.Length >= ShortestNumber || mention is { Clear: true, Kinds: MentionKinds.Account });

    private static string KindOf(Mention mention) => mention.Kinds switch
    {
        _ when Phone().IsMatch(mention.Value) => "PHONE",
        MentionKinds.Order => "ORDER",
        MentionKinds.Account => "ACCOUNT",
        _ => "NUMBER",
    };

    /// <summary>Names of accounts that are words: no pattern knows them.</summary>
    private static IEnumerable<Span> Occurrences(string text, Named account)
    {
        foreach (var value in new[] { account.Plain, account.From, account.To }.OfType<string>().Where(value => value.Length > 0))
        {
            for (var at = text.IndexOf(value, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(value, at + value.Length, StringComparison.OrdinalIgnoreCase))
                yield return new Span(at, at + value.Length, "ACCOUNT", text.Substring(at, value.Length));
        }
    }

    /// <summary>Whoever writes Chinese writes names of accounts, and their own in pinyin, in Latin letters; names of goods and regions may be read.</summary>
    private static IEnumerable<Span> LatinNames(Findings found) => !found.Text.Kept.Any(letter => letter.IsHan())
        ? []
        : Spans(LatinName(), "NAME", found.Text.Kept).Where(span => !found.Mentions.All.Any(mention =>
            (mention.Kinds & (MentionKinds.Product | MentionKinds.Region)) != 0 && mention.Start < span.End && span.Start < mention.End));

    private static IEnumerable<Span> Spans(Regex pattern, string kind, string text) =>
        pattern.Matches(text).Select(match => new Span(match.Index, match.Index + match.Length, kind, match.Value));

    /// <summary>Where two touch the same letters, one stands for both.</summary>
    private static List<Span> Apart(List<Span> spans, string text)
    {
        var apart = new List<Span>();
        foreach (var span in spans.OrderBy(span => span.Start).ThenByDescending(span => span.End))
        {
            if (apart.Count == 0 || apart[^1].End <= span.Start)
                apart.Add(span);
            else if (span.End > apart[^1].End)
                apart[^1] = new Span(apart[^1].Start, span.End, apart[^1].Kind, text[apart[^1].Start..span.End]);
        }

        return apart;
    }

    private readonly record struct Span(int Start, int End, string Kind, string Value);

    [GeneratedRegex(@"\[[A-Z]{2,10}_[0-9]{1,3}\]")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,100}")]
    private static partial Regex Mail();

    [GeneratedRegex(@"[^\s,;:'""()\[\]]{1,80}\.(?:jpe?g|png|gif|webp|bmp|heic|pdf|docx?|xlsx?|txt|zip|rar|7z|mp4|mov|avi)(?![A-Za-z0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();

    /// <summary>Four digits or more, in whatever groups.</summary>
    [GeneratedRegex(@"\+?[0-9](?:[ ._()-]?[0-9]){3,}")]
    private static partial Regex Number();

    /// <summary>Letters and digits in one word.</summary>
    [GeneratedRegex("(?=[A-Za-z_-]{0,30}[0-9])[A-Za-z0-9_-]{5,}")]
    private static partial Regex Code();

    [GeneratedRegex("^1[3-9][0-9]{9}$")]
    private static partial Regex Phone();

    /// <summary>A name in a game with its tag.</summary>
    [GeneratedRegex(@"[^\s,;:'""()#]{1,40}#{1,2}[A-Za-z0-9]{2,10}")]
    private static partial Regex Tag();

    [GeneratedRegex("[A-Za-z][A-Za-z._-]{5,}")]
    private static partial Regex LatinName();

    [GeneratedRegex("[零〇一二三四五六七八九幺两]{5,}")]
    private static partial Regex SpokenNumber();
}
