using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Understanding;

/// <summary>The rule book's grouping of problems.</summary>
public static class ErrorTypes
{
    /// <summary>The error type that a problem belongs to (rules T1 to T3).</summary>
    public static ErrorType Of(Problem problem) => problem switch
    {
        Problem.WrongRegion or Problem.WrongAccount or Problem.WrongPhone => ErrorType.WrongObject,
        Problem.WrongProduct or Problem.WrongDenomination => ErrorType.WrongContent,
        _ => ErrorType.WrongProcess,
    };
}
