using OpsBoard.Journal;

namespace OpsBoard.Silo;

public sealed class EventTermsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("accepted,")]
    [InlineData("Accepted")]
    [InlineData("windowsSilent")]
    public void A_name_that_is_made_of_no_events_is_refused_with_those_that_are(string name)
    {
        Assert.False(EventTerms.TryParse(name, out _, out var fault));

        Assert.Contains("accepted", fault, StringComparison.Ordinal);
        Assert.Contains("waiting", fault, StringComparison.Ordinal);
    }
}
