using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using OpsBoard.Events;
using OpsBoard.Supervision;
using OpsBoard.Units;
using OpsBoard.Web.Import;

namespace OpsBoard.Web.Supervision;

/// <summary>Duties that were done, or surveys: one event a row.</summary>
internal sealed class FactTable(string name, TaskFamily family) : ITaskTable
{
    private const int HashLength = 16;

    private static readonly FrozenDictionary<string, string> Chinese = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["单位"] = "unit",
        ["职责"] = "duty",
        ["调查"] = "survey",
        ["日期"] = "date",
        ["依据文件"] = "document",
        ["备注"] = "note",
        ["类别"] = "kind",
        ["名称"] = "title",
        ["口径"] = "measure",
        ["结果"] = "value",
        ["样本量"] = "sample",
        ["实施机构"] = "institution",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public string Name => name;

    public IReadOnlyList<string> Required => [.. Columns.Where(static column => column != "note")];

    public IReadOnlyList<string> Columns => FactDraft.Fields(family);

    public string NameOf(string header) => Chinese.GetValueOrDefault(header, header);

    public (ImmutableArray<TaskEvent> Events, Rejection? Rejection) Read(CsvRow row, BusinessDay today)
    {
        var draft = new FactDraft(family, Columns.ToDictionary(static column => column, row.Text, StringComparer.Ordinal));
        var atMs = BusinessDay.TryParse(draft["date"], out var day) ? day.StartMs : 0;
        // One day may have several documents, and their names are longer than an id may be.
        var document = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(draft["document"])))[..HashLength];
        var (told, rejection) = draft.Read(family == TaskFamily.Duty ? TaskAct.Done : TaskAct.Published, $"import:{draft["unit"]}", $"{draft.Name}:{draft["date"]}:{document}", atMs, today);
        return (told is null ? [] : [told], rejection);
    }
}
