namespace OpsBoard.Events;

/// <summary>The names under which channels travel.</summary>
public static class Channels
{
    private static readonly (Channel Channel, string Name)[] Names =
    [
        (Channel.Window, "window"),
        (Channel.Online, "online"),
        (Channel.Mobile, "mobile"),
        (Channel.SelfService, "selfservice"),
        (Channel.Mail, "mail"),
        (Channel.Hotline, "hotline"),
        (Channel.Proactive, "proactive"),
    ];

    public static IEnumerable<string> All => Names.Select(static entry => entry.Name);

    public static string NameOf(Channel channel) => Array.Find(Names, entry => entry.Channel == channel).Name;

    /// <summary>False for any text that is not exactly a known name.</summary>
    public static bool TryParse(string? name, out Channel channel)
    {
        channel = Array.Find(Names, entry => string.Equals(entry.Name, name, StringComparison.Ordinal)).Channel;
        return channel != default;
    }
}
