using System.Text.Json;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding.Judging;
using CardShop.Dialogs.Understanding.Mentions;
using CardShop.Dialogs.Understanding.Tagging;

namespace CardShop.Dialogs.Understanding.SecondOpinions;

/// <summary>Reads an answer from outside. One wrong label, one name that the message does not have, and all of it is dropped: who invents once may have invented more.</summary>
internal sealed class OpinionReader(Findings found, NamedInMessage names)
{
    private const int LongestAnswer = 8_000;
    private const int MostOrders = 3;

    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 4 };

    /// <summary>The opinion; null for none. Prose around the JSON is passed over.</summary>
    public Opinion? Read(string answer)
    {
        var (start, end) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        if (answer.Length > LongestAnswer || start < 0 || end < start)
            return null;
        try
        {
            using var document = JsonDocument.Parse(answer.AsMemory(start, end + 1 - start), Shallow);
            return ReadForm(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Opinion? ReadForm(JsonElement form)
    {
        if (!OpinionForm.Intents.TryGetValue(Text(form, "intent") ?? "", out var intent) || (intent is Intent.Answer or Intent.Correction && found.Asked is null))
            return null;
        var told = Text(form, "subtype") is { } subtype ? [subtype] : Array.Empty<string>();
        var problems = new List<Problem>();
        foreach (var label in told.Concat(Texts(form, "also")))
        {
            if (!OpinionForm.Subtypes.TryGetValue(label, out var problem))
                return null;
            if (!problems.Contains(problem))
                problems.Add(problem);
        }

        return problems.Count > 0 && (intent != Intent.ReportError || told.Length == 0) || Entities(form) is not { } entities
            ? null
            : new Opinion(found.Asked, intent, problems.Count > 0 ? problems[0] : null, [.. problems.Skip(1)], entities);
    }

    private Entities? Entities(JsonElement form)
    {
        var values = new string?[EntityRoles.Count];
        var orders = new List<string>();
        if (!form.TryGetProperty("entities", out var given) || given.ValueKind is JsonValueKind.Null)
            return new Entities();
        if (given.ValueKind is not JsonValueKind.Object)
            return null;
        foreach (var (name, value) in given.EnumerateObject().SelectMany(member => Named(member)))
        {
            if (!OpinionForm.Roles.TryGetValue(name, out var role) || names.Find(EntityRoles.KindOf(role), value) is not { } real)
                return null;
            if (role == EntityRole.OrderNo)
                orders.Add(real);
            else
                values[(int)role] = real;
        }

        return orders.Count > MostOrders ? null : new Entities
        {
            OrderNos = [.. orders.Distinct()],
            Phone = Of(MentionKinds.Phone),
            Account = Of(MentionKinds.Account),
            Region = Of(MentionKinds.Region),
            Product = Of(MentionKinds.Product),
            Amount = Of(MentionKinds.Amount),
        };

        Named Of(MentionKinds kind) =>
            new(values[(int)EntityRoles.Of(kind, Side.Plain)], values[(int)EntityRoles.Of(kind, Side.From)], values[(int)EntityRoles.Of(kind, Side.To)]);
    }

    /// <summary>A value, or several of a list; what is left empty was not named.</summary>
    private static IEnumerable<(string Name, string Value)> Named(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array => member.Value.EnumerateArray().Select(one => (member.Name, one.ToString())),
        _ => [(member.Name, member.Value.ToString())],
    };

    private static string? Text(JsonElement form, string name) =>
        form.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null ? member.ToString() : null;

    private static IEnumerable<string> Texts(JsonElement form, string name) =>
        form.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.Array ? member.EnumerateArray().Select(one => one.ToString()) : [];
}
