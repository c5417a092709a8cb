namespace OpsBoard.Supervision.Notices;

/// <summary>The rules in force; replaced all at once when their file changes.</summary>
public sealed class Escalations(EscalationRules rules)
{
    private volatile EscalationRules _rules = rules;

    public EscalationRules Rules => _rules;

    public void Replace(EscalationRules rules) => _rules = rules;
}
