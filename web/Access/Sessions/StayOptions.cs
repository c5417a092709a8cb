using System.ComponentModel.DataAnnotations;

namespace OpsBoard.Web.Access.Sessions;

/// <summary>How long people stay signed in and walls stay paired. Options under <c>Access:Stay</c>.</summary>
public sealed class StayOptions
{
    /// <summary>Time after which somebody who asked for nothing is signed out: 5 min to 7 d, by default 12 h. A page that is open and live keeps asking.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00", ErrorMessage = "Access:Stay:IdleFor: {1} to {2}.")]
    public TimeSpan IdleFor { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Time after which everybody signs in again, whatever he did: 1 h to 90 d, by default 7 d.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00", ErrorMessage = "Access:Stay:AtMost: {1} to {2}.")]
    public TimeSpan AtMost { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Time without any contact after which a wall is paired anew: 1 d to 366 d, by default 90 d.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "366.00:00:00", ErrorMessage = "Access:Stay:WallSilentFor: {1} to {2}.")]
    public TimeSpan WallSilentFor { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Time after which a wall that reports is given a new cookie: 1 h to 7 d, by default 24 h.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "7.00:00:00", ErrorMessage = "Access:Stay:WallCookieFor: {1} to {2}.")]
    public TimeSpan WallCookieFor { get; set; } = TimeSpan.FromHours(24);
}
