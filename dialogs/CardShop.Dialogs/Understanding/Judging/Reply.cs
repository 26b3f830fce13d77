namespace CardShop.Dialogs.Understanding.Judging;

/// <summary>How a message stands to a question that can be answered with yes or no.</summary>
internal enum Reply
{
    /// <summary>It doesn't speak of yes or no.</summary>
    None,

    /// <summary>Nothing but yes.</summary>
    Yes,

    /// <summary>Nothing but no.</summary>
    No,

    /// <summary>A yes or no that isn't meant for sure: 嗯…应该吧, maybe, 好？</summary>
    Unclear,

    /// <summary>It opens with yes and goes on.</summary>
    OpensWithYes,

    /// <summary>It opens with no and goes on.</summary>
    OpensWithNo,
}
