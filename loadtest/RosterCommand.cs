using System.CommandLine;

namespace OpsBoard.LoadTest;

internal static class RosterCommand
{
    public static Command Make(TimeProvider real)
    {
        var windows = CommonOptions.Windows();
        var output = new Option<FileInfo?>("--output", "-o") { Description = "File to write; without it, standard output.", HelpName = "FILE" };
        var supervision = new Option<DirectoryInfo?>("--supervision") { Description = "Write its duties that come round and its targets of this year (duties.json, target-plans.json) to this folder too; what is there stays.", HelpName = "FOLDER" };
        var command = new Command("roster", "Writes the simulated province's roster (units.json).") { windows, output, supervision };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(supervision) is { } folder) SupervisionFiles.Write(folder, Hours.DayOf(real.GetUtcNow()).Year);
            return Write(new Province(parsed.GetValue(windows)), parsed.GetValue(output));
        });
        return command;
    }

    private static int Write(Province province, FileInfo? file)
    {
        using var stream = file is null ? Console.OpenStandardOutput() : file.Create();
        RosterWriter.Write(province, stream);
        return 0;
    }
}
