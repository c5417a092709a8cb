using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.Options;
using OpsBoard.Configuration;
using OpsBoard.Units;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Access.Sources;

/// <summary><c>source add|change|rotate|revoke|list</c>: who may send, beside a running server or without one.</summary>
internal static class SourceCommand
{
    /// <summary>How long a key of a pilot holds unless somebody says otherwise.</summary>
    public const int PilotDays = 90;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly Argument<string> Name = new("name") { Description = "The source: lower-case letters, digits and inner hyphens, such as hall-3." };
    private static readonly Option<string> Data = new("--data") { Description = "The data directory.", DefaultValueFactory = static _ => "data" };
    private static readonly Option<string?> Roster = new("--roster") { Description = "The roster (units.json) that has the units; by default the one in the data directory." };
    private static readonly Option<string[]> Units = new("--units") { Description = "The units that it may write, each with all beneath it, such as hainan/jiyang.", HelpName = "PATH", Required = true, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> OtherUnits = new("--units") { Description = "The units that it may write instead, each with all beneath it; by default as they are.", HelpName = "PATH", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true };
    private static readonly Option<bool> Bearer = new("--bearer") { Description = "For a pilot: a key that is sent with each request, instead of a secret that signs it. It expires." };
    private static readonly Option<bool> Signing = new("--signing") { Description = "A secret that signs, also where the source has been a pilot." };
    private static readonly Option<int> Days = new("--days") { Description = "How long a bearer key holds: 1 to 365 days.", HelpName = "N", DefaultValueFactory = static _ => PilotDays };
    private static readonly Option<int?> Rate = new("--rate") { Description = "Events a second that it may send, 1 to 1000000; by default Intake:EventsPerSecond.", HelpName = "N" };
    private static readonly Option<long?> Key = new("--key") { Description = "This key only; by default all of them, and the source may send no more.", HelpName = "ID" };

    static SourceCommand()
    {
        Name.Validators.Add(static result =>
        {
            if (!RegisteredSource.IsName(result.GetValueOrDefault<string>() ?? "")) result.AddError(RegisteredSource.NameRule);
        });
        Days.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 365) result.AddError("--days is 1 to 365.");
        });
        Units.Validators.Add(CheckPaths);
        OtherUnits.Validators.Add(CheckPaths);
        Rate.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int?>() is { } rate && !RegisteredSource.IsRate(rate)) result.AddError($"--rate: {RegisteredSource.RateRule}");
        });
    }

    public static Command Create(TimeProvider clock) => new("source", "Systems that may send events, and their keys; a running server notices within a second.")
    {
        Verb(new Command("add", "Registers a source and prints its secret, this once, as the last word.") { Name, Units, Bearer, Days, Rate, Roster, Data }, clock, Add),
        Verb(new Command("change", "Gives a source other units or another rate, from its next request on; its keys stay.") { Name, OtherUnits, Rate, Roster, Data }, clock, Change),
        Verb(new Command("rotate", $"Gives a source a further key and prints its secret, this once, as the last word. The former key holds until it is revoked; of {SourceBook.MostKeys} the older one ends.") { Name, Signing, Days, Data }, clock, Rotate),
        Verb(new Command("revoke", "Ends a key of a source, or all of them.") { Name, Key, Data }, clock, Revoke),
        Verb(new Command("list", "Prints all sources with their units and active keys, never a secret.") { Data }, clock, List),
    };

    private static void CheckPaths(OptionResult result)
    {
        foreach (var token in result.Tokens)
        {
            if (!UnitPath.TryParse(token.Value, out _, out var fault)) result.AddError($"--units: '{token.Value}' is no unit path. {fault}");
        }
    }

    private static Command Verb(Command command, TimeProvider clock, Action<ParseResult, SourceBook, TimeProvider> act)
    {
        command.SetAction(parsed =>
        {
            try
            {
                using var services = AccessServices.BesideServer(DirectoryOf(parsed), clock);
                act(parsed, services.GetRequiredService<SourceBook>(), clock);
                return ExitCodes.Well;
            }
            catch (Exception fault) when (fault is SourceException or AccessDatabaseException or KeyRingException or ConfigurationException or OptionsValidationException)
            {
                parsed.InvocationConfiguration.Error.WriteLine($"opsboard: {fault.Message}");
                return ExitCodes.CannotStart;
            }
        });
        return command;
    }

    private static void Add(ParseResult parsed, SourceBook book, TimeProvider clock)
    {
        var units = Registered(parsed.GetRequiredValue(Units), parsed);
        var kind = parsed.GetValue(Bearer) ? KeyKind.Bearer : KeyKind.Signing;
        var issued = book.Add(Principal.Local.Id, new RegisteredSource(parsed.GetRequiredValue(Name), units, parsed.GetValue(Rate)), kind, kind == KeyKind.Bearer ? Day * parsed.GetValue(Days) : null);
        Print(parsed, issued, $"may write {string.Join(", ", units)}.");
    }

    private static void Change(ParseResult parsed, SourceBook book, TimeProvider clock)
    {
        var (units, rate) = (parsed.GetValue(OtherUnits) ?? [], parsed.GetValue(Rate));
        if (units.Length == 0 && rate is null) throw new SourceException(SourceFault.Nothing, "Say what changes: --units PATH…, --rate N or both.");
        var source = book.Change(Principal.Local.Id, parsed.GetRequiredValue(Name), units.Length == 0 ? null : Registered(units, parsed), rate);
        parsed.InvocationConfiguration.Output.WriteLine($"Source {source.Name} may write {string.Join(", ", source.Units)}.");
    }

    private static void Rotate(ParseResult parsed, SourceBook book, TimeProvider clock)
    {
        var issued = book.Rotate(Principal.Local.Id, parsed.GetRequiredValue(Name), parsed.GetValue(Signing) ? KeyKind.Signing : null, Day * parsed.GetValue(Days));
        Print(parsed, issued, issued.Replaced is { } replaced ? $"has a new key; key {replaced} ended." : "has a new key; the former one holds until it is revoked.");
    }

    private static void Revoke(ParseResult parsed, SourceBook book, TimeProvider clock)
    {
        var ended = book.Revoke(Principal.Local.Id, parsed.GetRequiredValue(Name), parsed.GetValue(Key));
        parsed.InvocationConfiguration.Output.WriteLine($"Source {parsed.GetRequiredValue(Name)}: key {string.Join(" and ", ended)} ended.");
    }

    private static void List(ParseResult parsed, SourceBook book, TimeProvider clock)
    {
        var (output, now, all) = (parsed.InvocationConfiguration.Output, clock.GetUtcNow(), book.List());
        if (all.IsEmpty) output.WriteLine("No source is registered: ./opsboard source add NAME --units PATH");
        foreach (var listed in all) SourceLines.Write(listed, now, output);
    }

    // The secret is the last word of the output, for scripts that take it from there.
    private static void Print(ParseResult parsed, IssuedKey issued, string what)
    {
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine($"Source {parsed.GetRequiredValue(Name)} {what}");
        output.WriteLine(issued.Key.ExpiresAt is { } expiry
            ? $"Its bearer key {issued.Key.Id}, for a pilot, expires {SourceLines.Stamp(expiry)} and is shown this once:"
            : $"Its signing secret, key {issued.Key.Id}, is shown this once:");
        output.WriteLine(issued.Secret);
    }

    private static ImmutableArray<UnitPath> Registered(IEnumerable<string> paths, ParseResult parsed) =>
        SourceUnits.Of(paths, new ConfigurationFiles(DirectoryOf(parsed), parsed.GetValue(Roster)).ReadRoster());

    private static string DirectoryOf(ParseResult parsed)
    {
        var directory = Path.GetFullPath(parsed.GetRequiredValue(Data));
        return Directory.Exists(directory) ? directory : throw new AccessDatabaseException($"There is no data directory {directory}: name it with --data.");
    }
}
