using System.Text;
using OpsBoard.Units;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Wall;

public sealed class HostileNamesTests(Browser browser)
{
    private const string Script = "<script>document.title='taken'</script>";

    private static readonly Roster Hostile = RosterReader.Read(
        Encoding.UTF8.GetBytes(
            """
            {"version":1,"units":[
              {"path":"hainan","name":{"zh":"海南省","en":"Hainan Province"}},
              {"path":"hainan/haikou","name":{"zh":"<script>document.title='taken'</script>","en":"x"},"tile":[1,1]},
              {"path":"hainan/sanya","name":{"zh":"保亭黎族苗族自治县政务服务数据管理局和行政审批服务中心及其各个分中心","en":"x"},"tile":[1,2]},
              {"path":"hainan/danzhou","name":{"zh":"مركز الخدمات الحكومية في المدينة القديمة","en":"x"},"tile":[2,1]},
              {"path":"hainan/wenchang","name":{"zh":"文昌","en":"x"},"tile":[2,2]}]}
            """),
        "units.json");

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(3840, 1080)]
    [InlineData(1080, 1920)]
    public async Task No_name_breaks_a_tile_or_cuts_a_number(int width, int height)
    {
        await using var server = await LiveServer.Start(Hostile);
        await server.Post(Hostile.ChildrenOf(UnitPath.Parse("hainan")).Select(static unit => SentEvent.Accepted(unit.Path.Name, window: $"{unit.Path}/tax/w01")));
        await server.Board("hainan", static board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == 4);
        var page = await browser.Open($"{server.Address}/wall/hainan", width, height, script: false);

        var sizes = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.tile')].map(n => n.getBoundingClientRect()).map(b => `${Math.round(b.width)}x${Math.round(b.height)}`)");

        Assert.Single(sizes.Distinct(StringComparer.Ordinal));
        Assert.Equal([], await page.EvaluateAsync<string[]>(WallProbe.CutNumbers), StringComparer.Ordinal);
        Assert.Equal(Script, await page.TextContentAsync("[data-unit='hainan/haikou'] .name"));
        Assert.DoesNotContain("taken", await page.TitleAsync(), StringComparison.Ordinal);
        await page.ScreenshotAsync(new() { Path = Pictures.Named("hostile-wall/hainan", width, height, "zh-CN") });
        await page.Context.CloseAsync();
    }
}
