namespace CardShop.Sandbox.Demo;

/// <summary>The people of the demo, and accounts that belong to nobody.</summary>
/// <param name="Customers">Those one can sign in as.</param>
/// <param name="Vacant">Accounts and phone numbers that don't exist (空号).</param>
internal sealed record DemoCustomers(IReadOnlyList<DemoCustomer> Customers, HashSet<string> Vacant);

/// <summary>A demo customer.</summary>
/// <param name="Id">The shop's id.</param>
/// <param name="Name">The name on the page.</param>
/// <param name="Nickname">What others see of them, masked, when they check a target.</param>
/// <param name="Hint">What their orders tell, for whoever chooses whom to sign in as.</param>
/// <param name="Accounts">Accounts and phone numbers bound to them by identity (rules R4, V2).</param>
internal sealed record DemoCustomer(string Id, string Name, string Nickname, string Hint, IReadOnlyList<string> Accounts);
