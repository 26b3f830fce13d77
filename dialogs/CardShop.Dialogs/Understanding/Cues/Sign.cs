namespace CardShop.Dialogs.Understanding.Cues;

/// <summary>What a cue is a sign of. The names are the keys of <c>cues.*.json</c>, in snake_case.</summary>
internal enum Sign
{
    // Intents.
    ReportError,
    DeliveryProblem,
    FraudReport,
    Complaint,
    AskHuman,
    CancelFlow,
    StatusQuery,
    PreventionAdvice,
    LegalQuestion,
    PolicyQuestion,
    Greeting,
    ThanksBye,
    OutOfScope,

    // Subtypes of a report.
    WrongRegion,
    WrongAccount,
    WrongPhone,
    WrongProduct,
    WrongDenomination,
    DuplicateOrder,
    UnconfirmedPayment,

    // Remedies said outright.
    RemedyCancel,
    RemedyModify,

    // Words about this talk itself.
    SlipOfTheTongue,
    Objection,

    // Answers that name no value.
    OwnerSelf,
    OwnerStranger,
    OwnerInvalid,
    OwnerUnknown,
    PointsAtOne,

    // What the rest is to be read under.
    Hedged,
    AboutPhones,
    AboutGames,
}
