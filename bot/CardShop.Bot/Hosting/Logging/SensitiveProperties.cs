using Serilog.Core;
using Serilog.Events;

namespace CardShop.Bot.Hosting.Logging;

/// <summary>Masks what is personal by its name and has no shape of its own: accounts, contacts, passwords, words.</summary>
internal sealed class SensitiveProperties : ILogEventEnricher
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Account", "Contact", "Echo", "Nickname", "Phone", "Proof", "QueryPassword", "QueryString", "Secret", "Target", "Text", "Token",
    };

    private static readonly ScalarValue Masked = new("***");

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            logEvent.AddOrUpdateProperty(new LogEventProperty(name, Mask(name, value)));
        }
    }

    private static LogEventPropertyValue Mask(string name, LogEventPropertyValue value) => value switch
    {
        _ when Names.Contains(name) => Masked,
        StructureValue structure => new StructureValue(
            structure.Properties.Select(property => new LogEventProperty(property.Name, Mask(property.Name, property.Value))), structure.TypeTag),
        SequenceValue sequence => new SequenceValue(sequence.Elements.Select(element => Mask(name, element))),
        DictionaryValue dictionary => new DictionaryValue(dictionary.Elements.Select(
            pair => KeyValuePair.Create(pair.Key, Mask(pair.Key.Value?.ToString() ?? name, pair.Value)))),
        _ => value,
    };
}
