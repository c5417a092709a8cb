using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Access.People;
using OpsBoard.Web.Access.Sessions;

namespace OpsBoard.Web.Access.SignIn;

/// <summary>
/// Judges names, passwords and identities, and how often they may be tried: 5 times at once for a name and then every 30 s, 20 times at once from an address
/// and then every 3 s, 60 times at once in all and then every second, since each costs the processor a tenth of one.
/// </summary>
internal sealed class SignInDesk(PersonRegistry people, SessionRegistry sessions, AuditTrail trail, AccessWatch watch, TimeProvider clock)
{
    private readonly KeyedTries _names = new(5, TimeSpan.FromSeconds(30), clock);
    private readonly KeyedTries _addresses = new(20, TimeSpan.FromSeconds(3), clock);
    private readonly TokenBucket _all = new(1, 60, clock);

    /// <param name="limitKey">Of the address, as <see cref="NetworkAddress.LimitKeyOf"/> says it.</param>
    /// <returns>A session, or why there is none.</returns>
    public SignInAnswer Try(string name, string password, string address, string limitKey)
    {
        if (Wait(name, limitKey) is var wait && wait > TimeSpan.Zero) return new(null, SignInFault.TooMany, wait);
        var person = password.Length <= Passwords.Longest ? people.Verify(name, password) : null;
        if (person is not null) return new(sessions.Begin(person, $"by password from {address}"), null, default);
        // The name is not noted where nobody has it: people type their password there by mistake.
        Refuse(people.Find(name) is { } meant ? meant.Principal.Id : "", $"by password from {address}");
        return new(null, SignInFault.Wrong, default);
    }

    /// <summary>For somebody whom a provider vouches for.</summary>
    public SignInAnswer Enter(Identity identity, string address)
    {
        if (people.Find(identity) is { } person) return new(sessions.Begin(person, $"by {identity.Issuer} from {address}"), null, default);
        Refuse("", $"{identity.Issuer} {identity.Subject} from {address} is nobody's");
        return new(null, SignInFault.Stranger, default);
    }

    /// <summary>Changes the password of somebody who is signed in and knows the present one.</summary>
    /// <returns>A new session, since all former ones end, or why there is none.</returns>
    /// <exception cref="PersonException">The new password is none.</exception>
    public SignInAnswer Change(string name, string present, string chosen, string address, string limitKey)
    {
        if (Wait(name, limitKey) is var wait && wait > TimeSpan.Zero) return new(null, SignInFault.TooMany, wait);
        if (people.Verify(name, present) is not { } person)
        {
            Refuse(people.Find(name)?.Principal.Id ?? "", $"changing the password from {address}");
            return new(null, SignInFault.Wrong, default);
        }

        people.ChoosePassword(person, chosen);
        return new(sessions.Begin(person, $"by password from {address}"), null, default);
    }

    private void Refuse(string target, string detail)
    {
        trail.Note("nobody", AuditActions.SignInRefused, target, detail);
        watch.Look();
    }

    // By address first: who invents names without end is stopped before they fill the memory.
    private TimeSpan Wait(string name, string limitKey)
    {
        var wait = _addresses.Take(limitKey);
        if (wait == TimeSpan.Zero) wait = _all.Take(1);
        return wait == TimeSpan.Zero ? _names.Take(name.Length > 64 ? name[..64] : name) : wait;
    }
}
