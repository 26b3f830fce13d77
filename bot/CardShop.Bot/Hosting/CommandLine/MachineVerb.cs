using CardShop.Dialogs.Cases;

namespace CardShop.Bot.Hosting.CommandLine;

/// <summary><c>machine</c>: prints the case machine as a Mermaid state diagram.</summary>
internal static class MachineVerb
{
    public static async Task<int> RunAsync(string[] _, TextReader __, TextWriter output)
    {
        await output.WriteLineAsync(CaseMachine.Diagram());
        return 0;
    }
}
