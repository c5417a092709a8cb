namespace OpsBoard.LoadTest;

internal static class Program
{
    private static Task<int> Main(string[] arguments) => CommandLine.RunAsync(arguments, TimeProvider.System, Console.Error);
}
