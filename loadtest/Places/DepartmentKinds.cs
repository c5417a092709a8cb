using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>The departments of every county, the most visited first: a province of few windows has only the first ones.</summary>
internal static class DepartmentKinds
{
    public static ImmutableArray<DepartmentKind> All { get; } =
    [
        new("integrated", new("政务服务中心综合窗口", "Integrated Service Windows"), 12, true),
        new("public-security", new("公安局", "Public Security"), 9, true),
        new("human-resources", new("人力资源和社会保障局", "Human Resources and Social Security"), 9, true),
        new("medical-insurance", new("医疗保障局", "Medical Insurance"), 7, true),
        new("market", new("市场监督管理局", "Market Regulation"), 7, true),
        new("taxation", new("税务局", "Taxation"), 7, true),
        new("natural-resources", new("自然资源和规划局", "Natural Resources and Planning"), 6, true),
        new("housing", new("住房和城乡建设局", "Housing and Urban-Rural Development"), 5, true),
        new("housing-fund", new("住房公积金管理局", "Housing Provident Fund"), 4, true),
        new("civil-affairs", new("民政局", "Civil Affairs"), 4, true),
        new("transport", new("交通运输局", "Transport"), 3, true),
        new("health", new("卫生健康委员会", "Health"), 3, true),
        new("education", new("教育局", "Education"), 2, false),
        new("agriculture", new("农业农村局", "Agriculture and Rural Affairs"), 2, false),
        new("business-environment", new("营商环境建设局", "Business Environment"), 2, false),
        new("culture-tourism", new("旅游和文化广电体育局", "Tourism, Culture, Radio, Television and Sports"), 1, false),
        new("development-reform", new("发展和改革委员会", "Development and Reform"), 1, false),
        new("emergency", new("应急管理局", "Emergency Management"), 1, false),
        new("ecology", new("生态环境局", "Ecology and Environment"), 1, false),
        new("water", new("水务局", "Water Affairs"), 1, false),
    ];
}
