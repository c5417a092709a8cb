using System.Text;
using OpsBoard.Configuration;

namespace OpsBoard.Events.Queues;

public sealed class QueueMachinesReaderTests
{
    [Theory]
    [InlineData("{ \"machines\": [] }", "line 1: \"version\" is 1.")]
    [InlineData("{ \"version\": 1, \"machines\": [\n{ \"machine\": \"1\" } ] }", "line 2: a machine needs a \"queue\" or \"windows\", or nothing that it says can be counted.")]
    [InlineData("{ \"version\": 1, \"machines\": [\n{ \"machine\": 1, \"queue\": \"a/b/c/d\" } ] }", "line 2: \"machine\" is a text in double quotes, and given once.")]
    [InlineData("{ \"version\": 1, \"machines\": [\n{ \"queue\": \"a/b/c/d\" } ] }", "line 2: \"machine\" is the number as it stands in the lines, a text in double quotes.")]
    [InlineData("{ \"version\": 1, \"machines\": [\n{ \"machine\": \"1\", \"queue\": \"a/b/c\" } ] }", "line 2: \"queue\" is the unit path of a window, province/county/department/window; a/b/c is none.")]
    [InlineData("{ \"version\": 1, \"machines\": [\n{ \"machine\": \"1\", \"queue\": \"a/b/c/d\" },\n{ \"machine\": \"1\", \"queue\": \"a/b/c/e\" } ] }", "line 3: machine 1 is given twice; keep one of the two.")]
    [InlineData("{ \"version\": 1, \"machines\": [\n{ \"machine\": \"1\", \"windows\": [\n{ \"window\": \"1\", \"unit\": \"a/b/c/d\" },\n{ \"window\": \"1\", \"unit\": \"a/b/c/e\" } ] } ] }", "line 4: window 1 is given twice; keep one of the two.")]
    [InlineData("{ \"version\": 1, \"machines\": [\n{ \"machine\": \"1\", \"windows\": [\n{ \"window\": \"1\", \"unit\": \"A/b/c/d\" } ] } ] }", "line 3: \"unit\" is the unit path of a window: A segment of a unit path has lower-case ASCII letters, digits and hyphens only.")]
    [InlineData("{ \"version\": 1, \"machines\": [\n{ \"machine\": \"1\", \"windows\": [\n{ \"window\": \"1\", \"untis\": \"a/b/c/d\" } ] } ] }", "line 3: \"untis\" is not known; known are window, unit, note.")]
    [InlineData("{ \"version\": 1, \"machines\": [\n{ \"machine\": \"1\", \"queue\": \"a/b/c/d\", \"businesses\": [\n{ \"business\": \"1\", \"item\": \"\" } ] } ] }", "line 3: \"item\" is a text of 1 to 128 letters.")]
    public void A_mistake_is_named_with_its_line_and_remedy(string text, string expected)
    {
        var mistake = Assert.Throws<ConfigurationException>(() => QueueMachinesReader.Read(ConfigurationEntry.Parse(Encoding.UTF8.GetBytes(text), "queue-machines.json")));

        Assert.Equal("queue-machines.json, " + expected, mistake.Message);
    }
}
