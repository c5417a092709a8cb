using System.CommandLine;

namespace OpsBoard.LoadTest;

/// <summary>Options that several verbs share, and the ranges they check.</summary>
internal static class CommonOptions
{
    public static Option<int> Windows() =>
        Within(new("--windows") { Description = $"Windows in the province, {Province.FewestWindows} to {Province.MostWindows}.", HelpName = "N", DefaultValueFactory = _ => Province.DefaultWindows }, Province.FewestWindows, Province.MostWindows);

    /// <summary>Refuses values outside of the two bounds, which are allowed themselves.</summary>
    public static Option<T> Within<T>(Option<T> option, T least, T most)
        where T : IComparable<T>
    {
        option.Validators.Add(result =>
        {
            var value = result.GetValueOrDefault<T>();
            if (value is not null && (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)) result.AddError($"{option.Name} must be {least} to {most}.");
        });
        return option;
    }
}
