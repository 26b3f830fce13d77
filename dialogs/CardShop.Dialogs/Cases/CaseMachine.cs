using System.Collections.Concurrent;
using Stateless;
using Stateless.Graph;

namespace CardShop.Dialogs.Cases;

/// <summary>What moves a case.</summary>
public enum CaseTrigger
{
    /// <summary>Something was learned: go where the next thing is missing.</summary>
    Advance,

    /// <summary>A yes to the read-back (G2).</summary>
    Confirm,

    /// <summary>The shop has carried the command out.</summary>
    Succeed,

    /// <summary>The shop has refused: on to the next path (P8).</summary>
    Refuse,

    /// <summary>A person is wanted, or needed (H3).</summary>
    CallPerson,

    /// <summary>The customer wants to go on with the bot.</summary>
    Resume,

    /// <summary>The customer gives up.</summary>
    GiveUp,

    /// <summary>A yes to the application: it is filed (R2).</summary>
    File,

    /// <summary>A reviewer approves what was filed (R5, D4), or the recipient agrees (D1).</summary>
    Approve,

    /// <summary>A reviewer refuses (R5).</summary>
    Decline,

    /// <summary>New evidence for a case that was refused (D5).</summary>
    Reopen,

    /// <summary>The customer has not come back.</summary>
    Abandon,
}

/// <summary>What comes next in a case, worked out from its facts (<see cref="CasePlan"/>).</summary>
public enum NextStep
{
    /// <summary>The problem is not known.</summary>
    TellProblem,

    /// <summary>The order is not known, and the customer's orders can be listed.</summary>
    ChooseOrder,

    /// <summary>The order is not known, and a number is needed.</summary>
    GiveOrderNumber,

    /// <summary>A guest's number waits for its proof.</summary>
    GiveContact,

    /// <summary>Both change and cancellation are possible.</summary>
    ChooseRemedy,

    /// <summary>What was meant is not known.</summary>
    GiveCorrection,

    /// <summary>All is known that the command needs.</summary>
    Confirm,

    /// <summary>A reviewer will decide, and evidence is missing (P2, E4).</summary>
    Review,

    /// <summary>The application is complete, and is read back (R2).</summary>
    Apply,

    /// <summary>It is filed: a reviewer decides (R3).</summary>
    AwaitDecision,

    /// <summary>The recipient has to be asked (P3).</summary>
    Coordinate,

    /// <summary>The recipient gives nothing back: the legal route is what is left (L3).</summary>
    Guide,

    /// <summary>The payment record decides (P6).</summary>
    Reconcile,

    /// <summary>A person has to look (P9, G3).</summary>
    Person,

    /// <summary>There is nothing to do.</summary>
    Nothing,
}

/// <summary>
/// The case machine: states in the order in which the customer travels. It decides where a case goes and never acts. Guards are mutually
/// exclusive, since each asks for another <see cref="NextStep"/>.
/// </summary>
public sealed class CaseMachine
{
    private static readonly (NextStep Step, CaseState State, string Why)[] Ways =
    [
        (NextStep.TellProblem, CaseState.AskingProblem, "the problem is not known"),
        (NextStep.ChooseOrder, CaseState.ChoosingOrder, "the order is not known, and can be listed"),
        (NextStep.GiveOrderNumber, CaseState.AskingOrderNumber, "the order is not known"),
        (NextStep.GiveContact, CaseState.AskingContact, "a guest has to prove the order"),
        (NextStep.ChooseRemedy, CaseState.ChoosingRemedy, "it can be changed and cancelled"),
        (NextStep.GiveCorrection, CaseState.AskingCorrection, "what was meant is not known"),
        (NextStep.Confirm, CaseState.Confirming, "all is known (G1)"),
        (NextStep.Review, CaseState.AwaitingReview, "evidence is missing (P2, E4)"),
        (NextStep.Apply, CaseState.ReadingApplication, "the application is complete (R2)"),
        (NextStep.AwaitDecision, CaseState.UnderReview, "a reviewer decides (R3)"),
        (NextStep.Coordinate, CaseState.AwaitingRecipient, "the recipient decides (P3)"),
        (NextStep.Guide, CaseState.Guided, "the recipient gives nothing back (L3)"),
        (NextStep.Reconcile, CaseState.AwaitingReconciliation, "the payment record decides (P6)"),
        (NextStep.Person, CaseState.WithHuman, "a person has to look (P9, G3)"),
        (NextStep.Nothing, CaseState.Closed, "nothing is to be done"),
    ];

    /// <summary>Where each step led: building a machine takes longer than all the rest of a turn, and the same step always leads to the same state.</summary>
    private static readonly ConcurrentDictionary<(CaseState From, NextStep Next, CaseTrigger Trigger), CaseState> Led = new();

    private readonly StateMachine<CaseState, CaseTrigger> _machine;
    private readonly NextStep _next;

    /// <summary>A machine for one step of one case.</summary>
    /// <param name="state">Where the case is.</param>
    /// <param name="next">What comes next, by its facts.</param>
    public CaseMachine(CaseState state, NextStep next)
    {
        _next = next;
        _machine = new StateMachine<CaseState, CaseTrigger>(state);

        _machine.Configure(CaseState.Open)
            .Permit(CaseTrigger.CallPerson, CaseState.WithHuman);

        PermitWays(CaseTrigger.Advance, _machine.Configure(CaseState.Collecting).SubstateOf(CaseState.Open))
            .Permit(CaseTrigger.Approve, CaseState.Executing)
            .Permit(CaseTrigger.GiveUp, CaseState.Closed)
            .Permit(CaseTrigger.Decline, CaseState.Closed)
            .Permit(CaseTrigger.Abandon, CaseState.Closed);

        foreach (var question in new[]
        {
            CaseState.AskingProblem, CaseState.ChoosingOrder, CaseState.AskingOrderNumber, CaseState.AskingContact, CaseState.ChoosingRemedy,
            CaseState.AskingCorrection,
        })
        {
            _machine.Configure(question).SubstateOf(CaseState.Collecting);
        }

        _machine.Configure(CaseState.Confirming).SubstateOf(CaseState.Collecting)
            .Permit(CaseTrigger.Confirm, CaseState.Executing);

        _machine.Configure(CaseState.ReadingApplication).SubstateOf(CaseState.Collecting)
            .Permit(CaseTrigger.File, CaseState.UnderReview);

        PermitWays(CaseTrigger.Refuse, _machine.Configure(CaseState.Executing).SubstateOf(CaseState.Open))
            .Permit(CaseTrigger.Succeed, CaseState.Closed);

        PermitWays(CaseTrigger.Advance, _machine.Configure(CaseState.Recorded).SubstateOf(CaseState.Open))
            .Permit(CaseTrigger.GiveUp, CaseState.Closed)
            .Permit(CaseTrigger.Decline, CaseState.Closed);

        _machine.Configure(CaseState.AwaitingReconciliation).SubstateOf(CaseState.Recorded)
            .Permit(CaseTrigger.Approve, CaseState.Executing);

        _machine.Configure(CaseState.AwaitingRecipient).SubstateOf(CaseState.Recorded)
            .Permit(CaseTrigger.Approve, CaseState.Executing);

        _machine.Configure(CaseState.Guided)
            .Permit(CaseTrigger.CallPerson, CaseState.WithHuman)
            .Permit(CaseTrigger.Approve, CaseState.Executing);

        _machine.Configure(CaseState.AwaitingReview).SubstateOf(CaseState.Recorded)
            .Permit(CaseTrigger.Approve, CaseState.Executing)
            .Permit(CaseTrigger.Abandon, CaseState.Closed);

        _machine.Configure(CaseState.UnderReview).SubstateOf(CaseState.Recorded)
            .Permit(CaseTrigger.Approve, CaseState.Executing);

        _machine.Configure(CaseState.Closed)
            .Permit(CaseTrigger.Reopen, CaseState.AwaitingReview);

        PermitWays(CaseTrigger.Resume, _machine.Configure(CaseState.WithHuman).SubstateOf(CaseState.Open), except: CaseState.WithHuman)
            .Ignore(CaseTrigger.CallPerson)
            .Permit(CaseTrigger.Succeed, CaseState.Closed)
            .Permit(CaseTrigger.Decline, CaseState.Closed)
            .Permit(CaseTrigger.GiveUp, CaseState.Closed);
    }

    /// <summary>Where the case is now.</summary>
    public CaseState State => _machine.State;

    /// <summary>Where a trigger leads from a state; the state itself when it leads nowhere from there.</summary>
    public static CaseState After(CaseState state, CaseTrigger trigger, NextStep next) =>
        Led.GetOrAdd((state, next, trigger), static step => new CaseMachine(step.From, step.Next).Fire(step.Trigger));

    /// <summary>The machine as a Mermaid state diagram.</summary>
    public static string Diagram() => MermaidGraph.Format(new CaseMachine(CaseState.AskingProblem, NextStep.TellProblem)._machine.GetInfo());

    /// <summary>Whether the trigger leads anywhere from here.</summary>
    public bool CanFire(CaseTrigger trigger) => _machine.CanFire(trigger);

    /// <summary>Moves the case and answers where it is then; a trigger that leads nowhere from here leaves it in place.</summary>
    public CaseState Fire(CaseTrigger trigger)
    {
        if (_machine.CanFire(trigger))
        {
            _machine.Fire(trigger);
        }

        return _machine.State;
    }

    private StateMachine<CaseState, CaseTrigger>.StateConfiguration PermitWays(
        CaseTrigger trigger, StateMachine<CaseState, CaseTrigger>.StateConfiguration from, CaseState? except = null)
    {
        foreach (var way in Ways.Where(way => way.State != except))
        {
            from.PermitIf(trigger, way.State, () => _next == way.Step, way.Why);
        }

        return from;
    }
}
