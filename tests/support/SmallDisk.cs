using System.Diagnostics;
using System.Globalization;

namespace OpsBoard.Testing;

/// <summary>A disk of eight mebibytes in memory, which can be made larger; whoever may not mount skips the test, visibly.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int FirstMiB = 8;
    private const int MoreMiB = 8;

    private readonly TempDirectory _folder = new();
    private int _miB = FirstMiB;

    private SmallDisk()
    {
    }

    public string Path => _folder.Path;

    public static SmallDisk Mount()
    {
        var disk = new SmallDisk();
        if (Run("mount", "-t", "tmpfs", "-o", $"size={FirstMiB}m", "tmpfs", disk.Path)) return disk;
        disk._folder.Dispose();
        Assert.Skip("skipped: a small disk needs the right to mount one");
        return disk;
    }

    public void Grow()
    {
        _miB += MoreMiB;
        Assert.True(Run("mount", "-o", string.Create(CultureInfo.InvariantCulture, $"remount,size={_miB}m"), Path));
    }

    // Lazily: readers that wait to be used again may still hold its files.
    public void Dispose()
    {
        Run("umount", "--lazy", Path);
        _folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
