namespace CardShop.Dialogs.Cases;

/// <summary>Where a case is. The superstates (<see cref="Open"/>, <see cref="Collecting"/>, <see cref="Recorded"/>) are never a case's own.</summary>
public enum CaseState
{
    /// <summary>Superstate: anything but closed.</summary>
    Open,

    /// <summary>Superstate: the customer is answering questions, and may correct any of them (H2).</summary>
    Collecting,

    /// <summary>Superstate: written down, and waiting for somebody else.</summary>
    Recorded,

    /// <summary>What went wrong? (T1 to T3)</summary>
    AskingProblem,

    /// <summary>Which of the signed-in customer's orders?</summary>
    ChoosingOrder,

    /// <summary>What is the order's number?</summary>
    AskingOrderNumber,

    /// <summary>A guest's proof: contact or query password.</summary>
    AskingContact,

    /// <summary>Change or cancel?</summary>
    ChoosingRemedy,

    /// <summary>What was meant instead?</summary>
    AskingCorrection,

    /// <summary>The read-back waits for a yes (G1, G2).</summary>
    Confirming,

    /// <summary>The command is with the shop.</summary>
    Executing,

    /// <summary>P2: written down for a reviewer; the evidence chain is what it needs (E4).</summary>
    AwaitingReview,

    /// <summary>P2: the application is read back, and waits for a yes (R2).</summary>
    ReadingApplication,

    /// <summary>P2: filed; a reviewer decides (R3, R5).</summary>
    UnderReview,

    /// <summary>P3: the shop passes the customer's request on to the recipient, who decides (L1).</summary>
    AwaitingRecipient,

    /// <summary>L3: the recipient gives nothing back; the case has ended with guidance on the legal route, and stays open to new facts (D7).</summary>
    Guided,

    /// <summary>P6: written down for the comparison with the payment record.</summary>
    AwaitingReconciliation,

    /// <summary>A person has it, or it waits for one (H3).</summary>
    WithHuman,

    /// <summary>It has ended.</summary>
    Closed,
}

/// <summary>The stage that a state belongs to.</summary>
internal static class CaseStages
{
    /// <summary>The stage, as INTERFACES.md names it.</summary>
    public static Stage Of(CaseState state) => state switch
    {
        CaseState.AskingProblem => Stage.Triage,
        CaseState.ChoosingOrder or CaseState.AskingOrderNumber or CaseState.AskingContact => Stage.FindingOrder,
        CaseState.ChoosingRemedy or CaseState.AskingCorrection => Stage.Explaining,
        CaseState.Confirming => Stage.Confirming,
        CaseState.Executing => Stage.Executing,
        CaseState.AwaitingReview => Stage.Evidence,
        CaseState.ReadingApplication => Stage.Filing,
        CaseState.UnderReview => Stage.UnderReview,
        CaseState.AwaitingRecipient => Stage.Coordinating,
        CaseState.Guided => Stage.Legal,
        CaseState.AwaitingReconciliation => Stage.UnderReview,
        CaseState.WithHuman => Stage.WithHuman,
        CaseState.Closed => Stage.Closed,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A superstate is never a case's own."),
    };
}
