using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>The departments of every county, the most visited first: a province of few windows has only the first ones.</summary>
internal static class DepartmentKinds
{
    public static ImmutableArray<DepartmentKind> All { get; } =
    [
        new("integrated", new("政务服务中心综合窗口", "Integrated Service Windows"), 12, true) { Short = new("综合", "Integrated") },
        new("public-security", new("公安局", "Public Security"), 9, true),
        new("human-resources", new("人力资源和社会保障局", "Human Resources and Social Security"), 9, true) { Short = new("人社局", "Human Resources") },
        new("medical-insurance", new("医疗保障局", "Medical Insurance"), 7, true) { Short = new("医保局", "Medical Insurance") },
        new("market", new("市场监督管理局", "Market Regulation"), 7, true) { Short = new("市监局", "Market Regulation") },
        new("taxation", new("税务局", "Taxation"), 7, true),
        new("natural-resources", new("自然资源和规划局", "Natural Resources and Planning"), 6, true) { Short = new("资规局", "Natural Resources") },
        new("housing", new("住房和城乡建设局", "Housing and Urban-Rural Development"), 5, true) { Short = new("住建局", "Housing") },
        new("housing-fund", new("住房公积金管理局", "Housing Provident Fund"), 4, true) { Short = new("公积金", "Housing Fund") },
        new("civil-affairs", new("民政局", "Civil Affairs"), 4, true),
        new("transport", new("交通运输局", "Transport"), 3, true) { Short = new("交通局", "Transport") },
        new("health", new("卫生健康委员会", "Health"), 3, true) { Short = new("卫健委", "Health") },
        new("education", new("教育局", "Education"), 2, false),
        new("agriculture", new("农业农村局", "Agriculture and Rural Affairs"), 2, false) { Short = new("农业局", "Agriculture") },
        new("business-environment", new("营商环境建设局", "Business Environment"), 2, false) { Short = new("营商局", "Business") },
        new("culture-tourism", new("旅游和文化广电体育局", "Tourism, Culture, Radio, Television and Sports"), 1, false) { Short = new("旅文局", "Tourism, Culture") },
        new("development-reform", new("发展和改革委员会", "Development and Reform"), 1, false) { Short = new("发改委", "Development") },
        new("emergency", new("应急管理局", "Emergency Management"), 1, false) { Short = new("应急局", "Emergency") },
        new("ecology", new("生态环境局", "Ecology and Environment"), 1, false) { Short = new("环境局", "Ecology") },
        new("water", new("水务局", "Water Affairs"), 1, false),
    ];
}
