using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CardShop.Activities.Json;

/// <summary>Reads what claims to be an activity, without ever throwing for what it may hold.</summary>
public static class ActivityReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a body.</summary>
    /// <param name="utf8">The body.</param>
    /// <param name="activity">The activity; it has a type.</param>
    /// <param name="json">The same as it was sent, for echoing it with everything that it carried.</param>
    /// <param name="fault">Why it can't be read.</param>
    /// <returns>Whether it is an activity.</returns>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8,
        [NotNullWhen(true)] out Activity? activity,
        [NotNullWhen(true)] out JsonObject? json,
        out ActivityFault fault)
    {
        activity = null;
        json = null;
        try
        {
            var node = JsonNode.Parse(ActivityText.Decode(utf8), documentOptions: Strict);
            if (node is not JsonObject { Count: > 0 } read)
            {
                fault = ActivityFault.NotAnActivity;
                return false;
            }

            activity = read.Deserialize<Activity>(ActivitiesJson.Protocol);
            json = read;
        }
        catch (JsonException broken)
        {
            // The serialiser names the path of a member of the wrong type; text that is no JSON at all has none.
            fault = broken.Path is null ? ActivityFault.NotJson : ActivityFault.WrongType;
            return false;
        }

        fault = string.IsNullOrEmpty(activity?.Type) ? ActivityFault.NotAnActivity : ActivityFault.None;
        return fault is ActivityFault.None;
    }
}

/// <summary>Why a body can't be read as an activity.</summary>
public enum ActivityFault
{
    /// <summary>It can.</summary>
    None,

    /// <summary>It is no JSON.</summary>
    NotJson,

    /// <summary>It is no object, an empty one, or one without a type.</summary>
    NotAnActivity,

    /// <summary>A member has another type than the protocol gives it.</summary>
    WrongType,
}
