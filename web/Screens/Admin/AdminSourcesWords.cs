using OpsBoard.Web.Access.Sources;

namespace OpsBoard.Web.Screens.Admin;

/// <summary>The words of the page on which sources are registered, in one language.</summary>
public sealed record AdminSourcesWords
{
    public required string Title { get; init; }

    public required string Explained { get; init; }

    public required string None { get; init; }

    public required string WhatCameIn { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    public required string Units { get; init; }

    public required string UnitsHint { get; init; }

    public required string Rate { get; init; }

    public required string RateHint { get; init; }

    public required string DefaultRate { get; init; }

    public required string Keys { get; init; }

    public required string Key { get; init; }

    public required string Kind { get; init; }

    public required string Signing { get; init; }

    public required string Bearer { get; init; }

    /// <summary>With <c>{days}</c>.</summary>
    public required string BearerFor { get; init; }

    public required string Pilot { get; init; }

    public required string Issued { get; init; }

    public required string LastUsed { get; init; }

    public required string NeverUsed { get; init; }

    public required string Expires { get; init; }

    /// <summary>With <c>{count}</c>.</summary>
    public required string FormerKeys { get; init; }

    public required string NewKey { get; init; }

    /// <summary>With <c>{key}</c> and <c>{name}</c>.</summary>
    public required string EndKey { get; init; }

    public required string AddOne { get; init; }

    public required string Name { get; init; }

    public required string NameHint { get; init; }

    /// <summary>With <c>{name}</c> and <c>{key}</c>; the secret follows.</summary>
    public required string SecretIs { get; init; }

    public required string SecretOnce { get; init; }

    /// <summary>With <c>{key}</c>.</summary>
    public required string KeyReplaced { get; init; }

    public required IReadOnlyDictionary<SourceFault, string> Faults { get; init; }

    public static AdminSourcesWords For(Words words) => words.IsEnglish ? En : Zh;

    public static readonly AdminSourcesWords Zh = new()
    {
        Title = "数据来源",
        Explained = "允许报送事件的系统、可报送的单位和密钥。每个来源同时最多两个密钥，更换时新旧并行，再终止旧密钥。变更在一秒内生效；来源不会被删除，只会被终止，名称不再另用。",
        None = "还没有登记数据来源。",
        WhatCameIn = "已收到的事件、缺号与冲突",
        Columns = ["来源", "可报送单位", "每秒上限", "已收事件", "最近事件", "状态"],
        Units = "可报送单位",
        UnitsHint = "单位路径，多个以空格分隔，各含其全部下级，如 hainan/haikou hainan/sanya/tax。",
        Rate = "每秒上限",
        RateHint = "每秒事件数，1 至 1,000,000；留空为系统默认值。",
        DefaultRate = "默认",
        Keys = "密钥",
        Key = "密钥",
        Kind = "密钥类型",
        Signing = "签名密钥（HMAC-SHA256）",
        Bearer = "试点令牌",
        BearerFor = "试点令牌（Bearer，{days} 天有效）",
        Pilot = "试点",
        Issued = "签发于",
        LastUsed = "最近使用",
        NeverUsed = "从未使用",
        Expires = "有效期至",
        FormerKeys = "已终止的密钥 {count} 个",
        NewKey = "签发新密钥",
        EndKey = "终止 {name} 的密钥 {key}",
        AddOne = "登记来源",
        Name = "名称",
        NameHint = "小写字母、数字和中间的连字符，最多 64 个字符，如 hall-3；事件的 source 须为该名称，或以“名称/”开头。",
        SecretIs = "{name} 的密钥 {key}：",
        SecretOnce = "只显示这一次，请立即存入报送系统的密钥库。",
        KeyReplaced = "密钥 {key} 已随之终止。",
        Faults = new Dictionary<SourceFault, string>
        {
            [SourceFault.Name] = "名称只能有小写字母、数字和中间的连字符，最多 64 个字符。",
            [SourceFault.NameTaken] = "该名称已被使用，且不再另用；可为该来源签发新密钥。",
            [SourceFault.Unknown] = "没有此来源。",
            [SourceFault.Units] = "须填写名册中的单位路径，至少一个，如 hainan/haikou。",
            [SourceFault.Rate] = "每秒上限为 1 至 1,000,000。",
            [SourceFault.Key] = "该来源没有此有效密钥。",
            [SourceFault.Nothing] = "没有填写要变更的内容。",
        },
    };

    public static readonly AdminSourcesWords En = new()
    {
        Title = "Sources",
        Explained = "The systems that may send events, for which units, and their keys. A source has two keys at most, so that it can go over from one to the other while both hold. Changes hold within a second. No source is deleted, only ended, and its name is never given again.",
        None = "No source is registered yet.",
        WhatCameIn = "What came in: events, gaps, conflicts",
        Columns = ["Source", "Units it may write", "Limit a second", "Events", "Newest event", "State"],
        Units = "Units it may write",
        UnitsHint = "Unit paths with spaces between them, each with all beneath it, such as hainan/haikou hainan/sanya/tax.",
        Rate = "Limit a second",
        RateHint = "Events a second, 1 to 1,000,000; empty: the configured limit.",
        DefaultRate = "as configured",
        Keys = "Keys",
        Key = "key",
        Kind = "Kind of key",
        Signing = "signing secret (HMAC-SHA256)",
        Bearer = "bearer key of a pilot",
        BearerFor = "bearer key of a pilot ({days} days)",
        Pilot = "Pilot",
        Issued = "issued",
        LastUsed = "last used",
        NeverUsed = "never used",
        Expires = "expires",
        FormerKeys = "Former keys: {count}",
        NewKey = "New key",
        EndKey = "End key {key} of {name}",
        AddOne = "Register a source",
        Name = "Name",
        NameHint = "Lower-case letters, digits and inner hyphens, at most 64, such as hall-3. The source of its events is this name, or begins with it and a slash.",
        SecretIs = "Key {key} of {name}:",
        SecretOnce = "It is shown this once: put it into the sending system's store of secrets now.",
        KeyReplaced = "Key {key} ended in its place.",
        Faults = new Dictionary<SourceFault, string>
        {
            [SourceFault.Name] = "A name has lower-case letters, digits and inner hyphens, at most 64.",
            [SourceFault.NameTaken] = "The name is taken and is never given again: give that source a new key.",
            [SourceFault.Unknown] = "There is no such source.",
            [SourceFault.Units] = "Name one unit of the roster or several, such as hainan/haikou.",
            [SourceFault.Rate] = "A limit is 1 to 1,000,000 events a second.",
            [SourceFault.Key] = "The source has no such key in force.",
            [SourceFault.Nothing] = "Nothing was named that would change.",
        },
    };
}
