using System.Text.Json;

namespace CardShop.Sandbox.Control;

/// <summary>What can be made to fail. <c>lookup</c> is every way of reading an order: lookup, list, order, capabilities; <c>event</c> is the pushing of events to the bot.</summary>
internal enum FaultRoute
{
    Lookup,
    Hold,
    Cancel,
    Modify,
    Refund,
    Target,
    Case,
    Message,
    Event,
    Identity,
}

/// <summary>Makes the next calls of a route fail.</summary>
/// <param name="Route">Which.</param>
/// <param name="DelayMs">How long the answer is kept back.</param>
/// <param name="Status">What is answered instead; 0 drops the connection; null with a body is 200.</param>
/// <param name="Body">What the answer says instead: a JSON string is written as it is, anything else as JSON.</param>
/// <param name="Times">For how many calls.</param>
/// <param name="AfterEffect">Whether the call does its work first.</param>
internal sealed record FaultRequest(FaultRoute Route, int DelayMs = 0, int? Status = null, JsonElement? Body = null, int Times = 1, bool AfterEffect = false);
