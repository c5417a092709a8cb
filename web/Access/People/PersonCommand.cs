using System.CommandLine;
using System.CommandLine.Parsing;
using OpsBoard.Units;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Board;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Access.People;

/// <summary><c>person</c>: who may sign in.</summary>
internal static class PersonCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "By which the person signs in, 1 to 64 characters." };
    private static readonly Option<string> RoleOption = new("--role") { Description = "leader, operator, auditor or administrator.", Required = true };
    private static readonly Option<string?> Scope = new("--scope") { Description = "The unit path that bounds what is seen, such as hainan/haikou; by default every unit." };
    private static readonly Option<string?> Issuer = new("--issuer") { Description = "With --subject: the person signs in through this OpenID Connect provider and has no password." };
    private static readonly Option<string?> Subject = new("--subject") { Description = "The provider's name for the person (sub)." };

    static PersonCommand()
    {
        RoleOption.Validators.Add(static result =>
        {
            if (RoleOf(result.GetValueOrDefault<string?>()) is null) result.AddError("--role is leader, operator, auditor or administrator.");
        });
        Scope.Validators.Add(CheckScope);
    }

    public static Command Create() => new("person", "Says who may sign in, as what and for which units.") { Add(), Change(), Password(), End(), List() };

    internal static void CheckScope(OptionResult result)
    {
        if (!UnitPath.TryParse(result.GetValueOrDefault<string?>(), out _)) result.AddError("--scope is a unit path such as hainan/haikou.");
    }

    private static Command Add()
    {
        var command = new Command("add", "Adds a person and prints the initial password once, as the last word.") { Name, RoleOption, Scope, Issuer, Subject };
        command.Validators.Add(static result =>
        {
            if (result.GetValue(Issuer) is null != result.GetValue(Subject) is null) result.AddError("--issuer and --subject go together.");
        });
        command.Does(static (parsed, database) =>
        {
            var (name, issuer) = (parsed.GetValue(Name)!, parsed.GetValue(Issuer));
            var identity = issuer is null ? null : new Identity(issuer, parsed.GetValue(Subject)!);
            var password = Registry(database).Add(Principal.Local.Id, name, RoleOf(parsed.GetValue(RoleOption))!.Value, ScopeOf(parsed), identity);
            Console.WriteLine(password is null ? $"{name} signs in through {issuer}." : $"{name} is added and chooses a password at the first sign-in; the initial one is {password}");
            return ExitCodes.Well;
        });
        return command;
    }

    private static Command Change()
    {
        var command = new Command("change", "Gives a person another role and scope, at once.") { Name, RoleOption, Scope };
        command.Does(static (parsed, database) =>
        {
            Registry(database).Change(Principal.Local.Id, parsed.GetValue(Name)!, RoleOf(parsed.GetValue(RoleOption))!.Value, ScopeOf(parsed));
            return ExitCodes.Well;
        });
        return command;
    }

    private static Command Password()
    {
        var command = new Command("password", "Gives a person a new initial password, printed once as the last word, and signs him out everywhere.") { Name };
        command.Does(static (parsed, database) =>
        {
            Console.WriteLine($"The new initial password of {parsed.GetValue(Name)} is {Registry(database).Reset(Principal.Local.Id, parsed.GetValue(Name)!)}");
            return ExitCodes.Well;
        });
        return command;
    }

    private static Command End()
    {
        var command = new Command("end", "Ends a person's access, at once and everywhere.") { Name };
        command.Does(static (parsed, database) =>
        {
            Registry(database).End(Principal.Local.Id, parsed.GetValue(Name)!);
            return ExitCodes.Well;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists who may sign in, and who once might.");
        command.Does(static (_, database) =>
        {
            foreach (var person in Registry(database).All)
                Console.WriteLine($"{person.Name}  {PersonRegistry.Rights(person.Role, person.Scope)}  {MeansOf(person)}  added {JsonBody.Stamp(person.Added)}{(person.Ended is { } ended ? $"  ended {JsonBody.Stamp(ended)}" : "")}");
            return ExitCodes.Well;
        });
        return command;
    }

    private static string MeansOf(Person person) => (person.HasPassword, person.Identity) switch
    {
        (true, { } identity) => $"password and {identity.Issuer} {identity.Subject}",
        (true, null) => "password",
        (false, { } identity) => $"{identity.Issuer} {identity.Subject}",
        _ => "no way in",
    };

    // By name only: a number would be taken as one, too.
    private static Role? RoleOf(string? text) => text?.ToUpperInvariant() switch
    {
        "LEADER" => Role.Leader,
        "OPERATOR" => Role.Operator,
        "AUDITOR" => Role.Auditor,
        "ADMINISTRATOR" => Role.Administrator,
        _ => null,
    };

    private static UnitPath? ScopeOf(ParseResult parsed) => parsed.GetValue(Scope) is { } scope ? UnitPath.Parse(scope) : null;

    private static PersonRegistry Registry(AccessDatabase database) => new(database, new AuditTrail(database, TimeProvider.System), TimeProvider.System);
}
