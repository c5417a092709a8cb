using System.ComponentModel.DataAnnotations;

namespace OpsBoard.Web.Supervision.Notices;

/// <summary>The configuration section <c>Notices</c>: how offices are told of entries of the ledger. Who is told when stands in <c>escalations.json</c>.</summary>
public sealed class NoticeOptions
{
    public const string Section = "Notices";

    /// <summary>Whether this server sends notices at all.</summary>
    public bool Background { get; set; } = true;

    /// <summary>Time between two looks for what fell due: 1 s to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Notices:Every: {1} to {2}.")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a receiver may take over one notice: 1 s to 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00", ErrorMessage = "Notices:SendWithin: {1} to {2}.")]
    public TimeSpan SendWithin { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How many days after its first attempt a notice that fails is given up: 1 to 60.</summary>
    [Range(1, 60)]
    public int KeepTryingDays { get; set; } = 7;

    /// <summary>The address under which people reach the board, such as <c>https://board.example.org</c>: notices link to it. Empty: they do not.</summary>
    [Url]
    public string? Address { get; set; }

    /// <summary>The secrets of webhooks by the names that <c>escalations.json</c> gives them.</summary>
    public IDictionary<string, string> Secrets { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public TimeSpan KeepTrying => TimeSpan.FromDays(KeepTryingDays);
}
