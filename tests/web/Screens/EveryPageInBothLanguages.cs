namespace OpsBoard.Web.Screens;

/// <summary>What must hold on all pages holds in both languages.</summary>
internal static class EveryPageInBothLanguages
{
    /// <summary>Address and language.</summary>
    public static TheoryData<string, string> All { get; } =
        [.. EveryPage.Addresses.SelectMany(static row => new[] { (row.Data, "zh-CN"), (row.Data, "en") })];
}
