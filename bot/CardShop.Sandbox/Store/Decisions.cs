namespace CardShop.Sandbox.Store;

/// <summary>What the holder of the account that the goods went to answers (rule L1).</summary>
internal enum RecipientReply
{
    Agrees,
    Refuses,
    Silent,
}

/// <summary>What a reviewer of the shop says (rule R5).</summary>
internal enum ReviewReply
{
    Approve,
    Refuse,
    MoreEvidence,
}

/// <summary>The recipient's answer for an order, as set by the controls. The last one counts.</summary>
internal sealed class RecipientAnswer
{
    public required string OrderNo { get; init; }

    public required RecipientReply Answer { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>A reviewer's decision on a case, as set by the controls. The last one counts.</summary>
internal sealed class CaseReview
{
    public required string Number { get; init; }

    public required ReviewReply Decision { get; set; }

    public required string Reason { get; set; }

    public string? Link { get; set; }

    public required DateTimeOffset At { get; set; }
}
