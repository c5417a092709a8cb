using OpsBoard.Journal;
using OpsBoard.Web.Import;
using OpsBoard.Web.Tests.Intake;

namespace OpsBoard.Web.Tests.Import;

/// <summary>A data directory that no server holds, in memory.</summary>
internal sealed class FakeDestination(FakeJournal journal) : IImportDestination
{
    public RunningServer? ServerOf(string? directory) => null;

    public Task<IJournal> OpenJournal(string? directory) => Task.FromResult<IJournal>(journal);

    public Task<IDeclarations> OpenDeclarations(string? directory) => Task.FromResult<IDeclarations>(journal);
}
