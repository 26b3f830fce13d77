namespace CardShop.Dialogs.Understanding.SecondOpinions;

/// <summary>What is put to the one who is asked, and the judgement of the answer.</summary>
public sealed class OpinionQuestion
{
    private readonly OpinionReader _reader;

    internal OpinionQuestion(string message, OpinionReader reader) => (Message, _reader) = (message, reader);

    /// <summary>What is wanted: the same for every message, so that a server may keep it.</summary>
    public static string Instructions => OpinionForm.Instructions;

    /// <summary>The message and what was asked before it, as JSON, with placeholders for everything personal.</summary>
    public string Message { get; }

    /// <summary>Reads an answer; null for one that does not keep to the form, or that names what was never said.</summary>
    /// <param name="answer">Anything: it comes from outside.</param>
    public Opinion? Read(string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return _reader.Read(answer);
    }
}
