using System.Collections.Immutable;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// The versions of all windows as the last commit left them, beneath every unit above them: every board asks for those beneath it again and
/// again, and the one writer knows them. Used by many threads.
/// </summary>
internal sealed class WindowVersions
{
    private readonly Lock _gate = new();
    private readonly Dictionary<UnitPath, Row> _windows = [];
    private readonly Dictionary<UnitPath, Scope> _scopes = [];
    private readonly Scope _all = new();

    /// <param name="windows">What the journal holds, in path order.</param>
    public WindowVersions(IEnumerable<WindowVersion> windows)
    {
        foreach (var (window, version) in windows) Set(window, version);
    }

    public void Committed(ImmutableArray<WindowChange> changes)
    {
        lock (_gate)
        {
            foreach (var change in changes) Set(change.Window, change.Version);
        }
    }

    /// <summary>Of the windows at or beneath the scope, of all when it is null; in path order.</summary>
    public ImmutableArray<WindowVersion> Of(UnitPath? scope)
    {
        lock (_gate)
        {
            if (scope is { Kind: UnitKind.Window } window) return _windows.TryGetValue(window, out var row) ? [new WindowVersion(window, row.Version)] : [];
            var found = scope is { } unit ? _scopes.GetValueOrDefault(unit) : _all;
            return found?.Read() ?? [];
        }
    }

    private void Set(UnitPath window, long version)
    {
        if (_windows.TryGetValue(window, out var known))
        {
            known.Version = version;
            return;
        }

        var row = new Row(window) { Version = version };
        var department = window.Parent;
        _windows.Add(window, row);
        _all.Add(row);
        foreach (var unit in (ReadOnlySpan<UnitPath>)[department, department.Line, department.Parent, window.Province])
        {
            if (!_scopes.TryGetValue(unit, out var scope)) _scopes[unit] = scope = new Scope();
            scope.Add(row);
        }
    }

    private sealed class Row(UnitPath window)
    {
        public UnitPath Window => window;

        public long Version { get; set; }
    }

    private sealed class Scope
    {
        private readonly List<Row> _rows = [];
        private bool _isInOrder = true;

        public void Add(Row row)
        {
            _isInOrder = _isInOrder && (_rows is [] || UnitPath.InOrder.Compare(_rows[^1].Window, row.Window) < 0);
            _rows.Add(row);
        }

        public ImmutableArray<WindowVersion> Read()
        {
            if (!_isInOrder) _rows.Sort(static (left, right) => UnitPath.InOrder.Compare(left.Window, right.Window));
            _isInOrder = true;
            var versions = ImmutableArray.CreateBuilder<WindowVersion>(_rows.Count);
            foreach (var row in _rows) versions.Add(new WindowVersion(row.Window, row.Version));
            return versions.MoveToImmutable();
        }
    }
}
