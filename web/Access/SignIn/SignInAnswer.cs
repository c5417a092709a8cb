using OpsBoard.Web.Access.Sessions;

namespace OpsBoard.Web.Access.SignIn;

/// <param name="Secret">Null when nobody was signed in.</param>
/// <param name="Wait">With <see cref="SignInFault.TooMany"/>: until the next try.</param>
internal readonly record struct SignInAnswer(Secret? Secret, SignInFault? Fault, TimeSpan Wait);
