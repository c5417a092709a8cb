using System.Diagnostics;

namespace OpsBoard.Testing;

/// <summary>The library that stands between a program and its disk, compiled when it is first asked for.</summary>
internal static class FaultyDisk
{
    private static readonly Lazy<string?> Compiled = new(Compile);

    /// <summary>Skips the test, visibly, where there is no compiler.</summary>
    public static void Need() => Assert.SkipWhen(Compiled.Value is null, "skipped: gcc is missing, so no disk can be made to fail");

    /// <summary>Puts the library before a program that is about to start.</summary>
    /// <param name="what">The variables of tests/storeprocess/faults/faults.c without their prefix.</param>
    public static void StandBefore(ProcessStartInfo program, string directory, params ReadOnlySpan<(string Name, string Value)> what)
    {
        program.Environment["LD_PRELOAD"] = Compiled.Value;
        program.Environment["FAULTS_DIR"] = directory;
        foreach (var (name, value) in what) program.Environment[$"FAULTS_{name}"] = value;
    }

    private static string? Compile()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "faults", "libfaults.so");
        var start = new ProcessStartInfo("gcc", ["-shared", "-fPIC", "-O1", "-Wall", "-o", library, Path.Combine(AppContext.BaseDirectory, "faults", "faults.c"), "-ldl", "-lpthread"]) { UseShellExecute = false, RedirectStandardError = true };
        try
        {
            using var compiler = Process.Start(start)!;
            var errors = compiler.StandardError.ReadToEnd();
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? library : throw new InvalidOperationException($"faults.c was not compiled: {errors}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
