using CardShop.Bot.Turns;

namespace CardShop.Bot.SecondOpinions;

/// <summary>Asks somebody else about a message that the bot is not sure of, before its turn begins.</summary>
internal interface ISecondOpinion
{
    /// <summary>The turn as it is to be run: with an opinion where one was to be had, else as it came. It never fails a turn.</summary>
    /// <param name="inboundId">By which the repetition is recognised: what was handed in before is not asked about again.</param>
    /// <param name="inbound">What was handed in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<InboundTurn> WithOpinionAsync(string inboundId, InboundTurn inbound, CancellationToken cancellationToken);
}

/// <summary>Nobody is asked.</summary>
internal sealed class NoSecondOpinion : ISecondOpinion
{
    public ValueTask<InboundTurn> WithOpinionAsync(string inboundId, InboundTurn inbound, CancellationToken cancellationToken) => ValueTask.FromResult(inbound);
}
