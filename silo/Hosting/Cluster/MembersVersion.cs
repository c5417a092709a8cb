using System.Globalization;
using Orleans;

namespace OpsBoard.Silo.Hosting;

/// <summary>The version of the table of members. Its tag is the number itself: what was read at another one may not be written.</summary>
internal static class MembersVersion
{
    public static TableVersion Of(int version) => new(version, version.ToString(CultureInfo.InvariantCulture));

    /// <summary>The version at which was read what shall be written as this one.</summary>
    public static int Before(TableVersion next) => int.Parse(next.VersionEtag, NumberStyles.None, CultureInfo.InvariantCulture);
}
