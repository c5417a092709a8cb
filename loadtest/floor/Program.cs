using OpsBoard.Floor;

if (args is not [var file])
{
    await Console.Error.WriteLineAsync("The floor is started by ./opsboard loadtest, with the file that it appends to.");
    return 2;
}

await using var app = FloorServer.Build(file);
await app.StartAsync();
Console.WriteLine($"The floor listens on {app.Urls.First()}");
await app.WaitForShutdownAsync();
return 0;
