using System.CommandLine;

namespace OpsBoard.LoadTest;

internal static class RosterCommand
{
    public static Command Make()
    {
        var windows = CommonOptions.Windows();
        var output = new Option<FileInfo?>("--output", "-o") { Description = "File to write; without it, standard output.", HelpName = "FILE" };
        var command = new Command("roster", "Writes the simulated province's roster (units.json).") { windows, output };
        command.SetAction(parsed => Write(new Province(parsed.GetValue(windows)), parsed.GetValue(output)));
        return command;
    }

    private static int Write(Province province, FileInfo? file)
    {
        using var stream = file is null ? Console.OpenStandardOutput() : file.Create();
        RosterWriter.Write(province, stream);
        return 0;
    }
}
