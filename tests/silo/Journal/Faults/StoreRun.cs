using System.Diagnostics;
using System.Globalization;
using OpsBoard.StoreProcess;
using OpsBoard.Testing;

namespace OpsBoard.Silo.Faults;

/// <summary>The store process in a data directory, round after round: what it sent, and what it was told.</summary>
internal sealed class StoreRun(string directory, int seed)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public int Seed => seed;

    /// <summary>Batches from 0 up to this one may have been sent.</summary>
    public int SentTo { get; set; }

    /// <summary>Batches that were acknowledged in any round so far.</summary>
    public HashSet<int> Acked { get; } = [];

    /// <summary>Batches that were acknowledged after the journal had stopped: there must be none.</summary>
    public int AckedAfterStop { get; private set; }

    /// <param name="killAfter">Kills it after so many acknowledgements; null lets it end by itself.</param>
    /// <param name="faults">What the disk does; nothing without.</param>
    public async Task<int> Run(int batches, int? killAfter = null, params (string Name, string Value)[] faults)
    {
        // The last ones again: for the sender they are unknown, and a retry is safe.
        var first = Math.Max(0, SentTo - 4);
        SentTo = first + batches + 8;
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "OpsBoard.StoreProcess.dll"), directory, Text(seed), Text(first), Text(batches)]) start.ArgumentList.Add(argument);
        if (faults.Length > 0) FaultyDisk.StandBefore(start, directory, faults);
        start.Environment["DOTNET_TieredCompilation"] = "1";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        await using var ending = patience.Token.Register(process.Kill);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        for (var acks = 0; acks < (killAfter ?? int.MaxValue) && await process.StandardOutput.ReadLineAsync(CancellationToken.None) is not null; acks++)
        {
        }

        if (killAfter is not null) process.Kill();
        await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.False(patience.IsCancellationRequested, $"The store process did not end: {await errors}");
        ReadAcks();
        return process.ExitCode;
    }

    private void ReadAcks()
    {
        var file = Path.Combine(directory, Sender.AcksFile);
        if (!File.Exists(file)) return;
        var hasStopped = false;
        foreach (var line in File.ReadAllText(file).Split('\n').SkipLast(1))
        {
            if (line == Sender.Stopped) hasStopped = true;
            else if (hasStopped) AckedAfterStop++;
            else Acked.Add(int.Parse(line, CultureInfo.InvariantCulture));
        }

        File.Delete(file);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
