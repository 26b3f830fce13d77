using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Tests.Cases;

public sealed class CaseMachineTests
{
    private static readonly CaseState[] Superstates = [CaseState.Open, CaseState.Collecting, CaseState.Recorded];

    public static TheoryData<CaseState> States => [.. Enum.GetValues<CaseState>().Except(Superstates)];

    [Fact]
    public void Diagram_IsTheApprovedOne() => Approvals.Approve(CaseMachine.Diagram().Trim() + "\n", "CaseMachine");

    /// <summary>Every state × every trigger × every next step: where it leads, or that it leads nowhere.</summary>
    [Fact]
    public void EveryStateAndTrigger_LeadsWhereApproved()
    {
        var lines =
            from state in Enum.GetValues<CaseState>().Except(Superstates)
            from trigger in Enum.GetValues<CaseTrigger>()
            let ends = Enum.GetValues<NextStep>().Select(next => new CaseMachine(state, next).Fire(trigger)).Distinct().ToList()
            select $"{state} + {trigger} -> {(ends is [var only] && only == state ? "stays" : string.Join(" | ", ends))}";

        Approvals.Approve(string.Join('\n', lines) + "\n", "CaseMachineTable");
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Person_IsOneStepFromEveryOpenState(CaseState state)
    {
        var machine = new CaseMachine(state, NextStep.TellProblem);

        var end = machine.Fire(CaseTrigger.CallPerson);

        Assert.Equal(state == CaseState.Closed ? CaseState.Closed : CaseState.WithHuman, end);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void EveryState_HasAWayToTheEnd(CaseState state)
    {
        var reached = new HashSet<CaseState> { state };
        for (var grown = true; grown;)
        {
            grown = (from start in reached.ToList()
                     from trigger in Enum.GetValues<CaseTrigger>()
                     from next in Enum.GetValues<NextStep>()
                     select reached.Add(new CaseMachine(start, next).Fire(trigger))).ToList().Contains(true);
        }

        Assert.Contains(CaseState.Closed, reached);
    }

    [Fact]
    public void Yes_OutsideAReadBack_LeadsNowhere()
    {
        foreach (var state in Enum.GetValues<CaseState>().Except(Superstates).Where(state => state != CaseState.Confirming))
        {
            Assert.Equal(state, new CaseMachine(state, NextStep.Confirm).Fire(CaseTrigger.Confirm));
        }
    }
}
