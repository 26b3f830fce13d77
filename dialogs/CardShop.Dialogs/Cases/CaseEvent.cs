namespace CardShop.Dialogs.Cases;

/// <summary>A fact of the audit record: what was decided, told or done. Never carries personal data beyond order and case numbers.</summary>
public abstract record CaseEvent;
