namespace OpsBoard.LoadTest;

/// <summary>The programs that a load starts, as <c>./opsboard</c> builds them side by side, and what else of theirs it reads.</summary>
internal static class Programs
{
    /// <exception cref="LoadStartException">It is not built.</exception>
    public static string Server => Find("web", "OpsBoard.Web.dll");

    /// <exception cref="LoadStartException">It is not built.</exception>
    public static string Floor => Find("floor", "OpsBoard.Floor.dll");

    /// <exception cref="LoadStartException">It is not built.</exception>
    public static string Peers => Find("peers", "OpsBoard.Peers.dll");

    /// <exception cref="LoadStartException">It is not built.</exception>
    public static string Charts => Find("web", Path.Combine("wwwroot", "lib", "plotly", "plotly-basic.min.js"));

    /// <exception cref="LoadStartException">One of them is not built.</exception>
    public static void RequireAll() => _ = (Server, Floor, Peers, Charts);

    private static string Find(string folder, string file)
    {
        // The tests have them all in one folder.
        string[] places = [Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", folder, file)), Path.Combine(AppContext.BaseDirectory, file)];
        return places.FirstOrDefault(File.Exists) ?? throw new LoadStartException($"{places[0]} is missing: start with ./opsboard loadtest.");
    }
}
