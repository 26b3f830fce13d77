using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.Understanding;

public sealed class OwnerAndPickTests
{
    private static readonly LexiconUnderstanding Understanding = new();

    [Theory]
    [InlineData("我自己的另一个号", TargetOwner.Self)]
    [InlineData("我的小号", TargetOwner.Self)]
    [InlineData("my other account", TargetOwner.Self)]
    [InlineData("别人的", TargetOwner.Stranger)]
    [InlineData("不认识的人", TargetOwner.Stranger)]
    [InlineData("我朋友的", TargetOwner.Stranger)]
    [InlineData("a stranger's", TargetOwner.Stranger)]
    [InlineData("空号", TargetOwner.Invalid)]
    [InlineData("这个号根本不存在", TargetOwner.Invalid)]
    [InlineData("it doesn't exist", TargetOwner.Invalid)]
    [InlineData("不知道", TargetOwner.Unknown)]
    [InlineData("not sure", TargetOwner.Unknown)]
    public void Owner_Asked_IsRead(string text, TargetOwner owner) => Assert.Equal(owner, Understanding.Understand(text, Asks.Owner).Owner);

    [Theory]
    [InlineData("充到别人号上了", TargetOwner.Stranger)]
    [InlineData("话费充到别人手机了", TargetOwner.Stranger)]
    [InlineData("账号填错了", null)]
    [InlineData("老公让我充的，面额错了", null)]
    public void Owner_ToldWithTheProblem_IsKept(string text, TargetOwner? owner) => Assert.Equal(owner, Understanding.Understand(text, null).Owner);

    [Theory]
    [InlineData("第二个", 2)]
    [InlineData("第3单", 3)]
    [InlineData("2", 2)]
    [InlineData("the first one", 1)]
    [InlineData("third", 3)]
    [InlineData("最近那单", 1)]
    [InlineData("most recent", 1)]
    [InlineData("最后一个", -1)]
    [InlineData("the last one", -1)]
    [InlineData("第99个", null)]
    [InlineData("KM20261122000001", null)]
    [InlineData("100块那个", null)]
    public void Pick_FromAList_IsRead(string text, int? pick) => Assert.Equal(pick, Understanding.Understand(text, Asks.Order).Pick);

    [Fact]
    public void Pick_WithoutAList_IsNone() => Assert.Null(Understanding.Understand("第二个", null).Pick);
}
