using System.Globalization;

namespace OpsBoard.StoreProcess;

/// <summary>Numbers as they stand in arguments and in the list of acknowledgements.</summary>
internal static class Text
{
    public static readonly IFormatProvider Numbers = CultureInfo.InvariantCulture;
}
