using Microsoft.AspNetCore.Authorization;

namespace OpsBoard.Web.Access;

/// <summary>Asks for somebody who may send: a registered source, or whoever holds the data directory or an open server.</summary>
internal sealed record Sender : IAuthorizationRequirement;
