using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens;

/// <summary>Pictures of the lists over a busy morning of the simulated province, kept as build artefacts to be looked at.</summary>
public sealed class ListPictureTests(Browser browser)
{
    private static readonly (string Path, int Width, int Height, string Language)[] Pictured =
    [
        ("lagging/hainan", 1920, 1080, "zh-CN"),
        ("lagging/hainan?indicator=satisfaction-active", 1180, 820, "en"),
        ("rankings/hainan", 1920, 1080, "zh-CN"),
        ("rankings/hainan?indicator=satisfaction-active", 1180, 820, "en"),
        ("rankings/hainan?assessment=monthly", 1920, 1080, "zh-CN"),
        ("reviews/hainan", 1920, 1080, "zh-CN"),
        ("reviews/hainan", 1180, 820, "en"),
        ("reviews/hainan/haikou", 320, 900, "zh-CN"),
        ("lagging/hainan", 320, 900, "zh-CN"),
    ];

    [Fact]
    public async Task The_lists_of_a_busy_morning_are_kept_as_pictures()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, OfficeMorning.Begin);
        await OfficeMorning.Play(server);

        foreach (var (path, width, height, language) in Pictured)
        {
            var page = await browser.Open($"{server.Address}/{path}", width, height, language: language);
            await page.WaitForSelectorAsync("body[data-state=live]");
            await page.ScreenshotAsync(new() { Path = Pictures.Named(path, width, height, language), FullPage = true });
            await page.Context.CloseAsync();
        }
    }
}
