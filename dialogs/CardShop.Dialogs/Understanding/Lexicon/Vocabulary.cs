using CardShop.Dialogs.Understanding.Cues;
using CardShop.Dialogs.Understanding.Judging;
using CardShop.Dialogs.Understanding.Mentions;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Lexicon;

/// <summary>All word files, read once and made ready to be looked up.</summary>
internal sealed class Vocabulary
{
    public Vocabulary(ProductLexicon products)
    {
        Folding = new Folding(LexiconJson.Read<FoldingFile>("folding.json").Pairs);
        var polite = LexiconJson.Read<PoliteFile>("polite.json");
        Polite = new PoliteWords(new WordSet(polite.Leading), LongestFirst(polite.Trailing));
        var negations = LexiconJson.Read<NegationFile>("negations.json");
        Negations = new NegationWords(new WordSet(negations.Negations), new WordSet(negations.Exceptions), new WordSet(negations.AllIsWell), LongestFirst(negations.Between));
        Replies = new ReplyWords(LexiconJson.Read<AnswerFile>("answers.json"));
        MentionWords = ReadMentionWords();
        Opens = ReadOpenWords();
        Mentions = ReadMentionScanner(products);
        Sides = ReadSideWords();

        var cues = LexiconJson.Read<CueFile>("cues.json");
        var parser = new CueParser(cues.Words);
        Signs = new CueBook([.. Parsed(cues.Cues, parser, weak: false), .. Parsed(cues.WeakCues, parser, weak: true)]);
        Masks = cues.Masks;
        var changes = LexiconJson.Read<ChangeFile>("changes.json");
        var changeParser = new CueParser(changes.Words);
        Changes = new CueBook(changes.Changes.Select((written, order) => new Cue(null, Weak: false, changeParser.Parse(written), order)));
    }

    public Folding Folding { get; }

    public PoliteWords Polite { get; }

    public NegationWords Negations { get; }

    public ReplyWords Replies { get; }

    public MentionWords MentionWords { get; }

    public MentionScanner Mentions { get; }

    /// <summary>What the message is a sign of.</summary>
    public CueBook Signs { get; }

    /// <summary>Which signs don't count inside which others: 充错 within 怎么避免充错.</summary>
    public IReadOnlyDictionary<Sign, IReadOnlyList<Sign>> Masks { get; }

    /// <summary>How a change is told.</summary>
    public CueBook Changes { get; }

    /// <summary>What surrounds names that are in no list.</summary>
    public OpenWords Opens { get; }

    /// <summary>The words that tell on which side of a change something stands.</summary>
    public SideWords Sides { get; }

    private static IEnumerable<Cue> Parsed(IReadOnlyDictionary<Sign, IReadOnlyList<string>> written, CueParser parser, bool weak) =>
        written.SelectMany(pair => pair.Value.Select((cue, order) => new Cue(pair.Key, weak, parser.Parse(cue), order)));

    private static MentionWords ReadMentionWords()
    {
        var file = LexiconJson.Read<MentionFile>("mentions.json");
        return new MentionWords
        {
            Order = LongestFirst(file.Order),
            Account = LongestFirst(file.Account),
            Login = LongestFirst(file.Login),
            Amount = LongestFirst(file.Amount),
            AmountTail = new WordSet(file.AmountTail),
            Nothing = LongestFirst(file.Nothing),
            Contact = file.Contact,
            NotNames = file.NotNames.ToHashSet(),
            Links = LongestFirst(file.Links),
            Joints = new WordSet(file.Joints),
            Hotlines = file.Hotlines.ToHashSet(),
            Currencies = file.Currencies,
            CurrencyWords = new WordSet(file.Currencies.Keys),
            FaceValueUnits = new WordSet(file.FaceValueUnits),
            GoodsCounters = new WordSet(file.GoodsCounters),
            OtherCounters = new WordSet(file.OtherCounters),
        };
    }

    private OpenWords ReadOpenWords()
    {
        var file = LexiconJson.Read<OpenFile>("opens.json");
        return new OpenWords
        {
            OfRegions = [.. file.OfRegions.Select(PlainForm)],
            OfAccounts = [.. file.OfAccounts.Select(PlainForm)],
            Became = new WordSet(file.Became.Select(PlainForm)),
            Leading = new WordSet(file.Leading.Select(PlainForm)),
            Ending = new WordSet(file.Ending.Select(PlainForm)),
            Between = LongestFirst(file.Between.Select(word => word == " " ? word : PlainForm(word))),
            Wanted = new WordSet(file.Wanted.Select(PlainForm)),
            NeverIn = file.NeverIn.ToHashSet(),
        };
    }

    private SideWords ReadSideWords()
    {
        var file = LexiconJson.Read<SideFile>("sides.json");
        return new SideWords
        {
            WantedBefore = new WordSet(file.WantedBefore.Select(PlainForm)),
            OrderedBefore = new WordSet(file.OrderedBefore.Select(PlainForm)),
            WantedBehind = new WordSet(file.WantedBehind.Select(PlainForm)),
            OrderedBehind = new WordSet(file.OrderedBehind.Select(PlainForm)),
            SetsRight = new WordSet(file.SetsRight.Select(PlainForm)),
        };
    }

    private MentionScanner ReadMentionScanner(ProductLexicon products)
    {
        var regions = LexiconJson.Read<RegionFile>("regions.json");
        return new MentionScanner(
        [
            new MailReader(),
            new PrefixedCodeReader(new CodeReader()),
            new MomentReader(),
            new ClockReader(),
            new SpokenNumberReader(),
            new PhoneReader(),
            new GroupedOrderReader(),
            new RegionReader(new RegionWords
            {
                Prefixes = new WordSet(regions.Prefixes),
                Suffixes = new WordSet(regions.Suffixes),
                NoSuffixes = new WordSet(regions.NoSuffixes),
                Names = new WordSet([.. regions.Names, .. products.Regions.Select(PlainForm)]),
                ShortNames = new WordSet(regions.ShortNames.Select(PlainForm)),
                Platforms = new WordSet(regions.Platforms),
                NotAlone = new WordSet(regions.NotAlone),
                EnglishNouns = new WordSet(regions.EnglishNouns),
                EnglishPlaces = new WordSet(regions.EnglishPlaces),
            }),
            new QuotedReader(Opens),
            new ProductReader(ReadGoodsWords(products)),
            new SpelledAmountReader(),
            new MoneyReader(),
            new CodeReader(),
        ]);
    }

    private GoodsWords ReadGoodsWords(ProductLexicon products)
    {
        var goods = LexiconJson.Read<GoodsFile>("goods.json");
        var vague = goods.VagueHeads.Concat(goods.VagueBrands).Select(PlainForm).ToHashSet();
        var all = goods.Brands.Concat(goods.Heads).Concat(products.Products.SelectMany(product => product.All)).Select(PlainForm);
        return new GoodsWords
        {
            Clear = new WordSet(all.Where(name => !vague.Contains(name))),
            Vague = new WordSet(vague),
            Qualifiers = new WordSet(goods.Qualifiers.Select(PlainForm)),
            Bound = goods.Bound.Select(PlainForm).ToHashSet(),
            Loose = new WordSet(goods.Loose),
            Not = new WordSet(goods.Not.Select(PlainForm)),
        };
    }

    private string PlainForm(string name) => Folding.Fold(name).Plain;

    private static IReadOnlyList<string> LongestFirst(IEnumerable<string> words) => [.. words.Distinct().OrderByDescending(word => word.Length)];
}
