using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>Hainan's 19 reporting units and Sansha, in the order in which the province lists them.</summary>
internal static class CountyTable
{
    public static ImmutableArray<CountyFacts> All { get; } =
    [
        Make("haikou", "海口市", "Haikou", new(1, 4), "large", 60),
        Make("sanya", "三亚市", "Sanya", new(5, 3), "large", 34),
        Make("danzhou", "儋州市", "Danzhou", new(2, 2), "large", 26),
        Make("wuzhishan", "五指山市", "Wuzhishan", new(3, 3), "small", 2),
        Make("qionghai", "琼海市", "Qionghai", new(2, 5), "medium", 12),
        Make("wenchang", "文昌市", "Wenchang", new(1, 5), "medium", 12),
        Make("wanning", "万宁市", "Wanning", new(3, 5), "medium", 11),
        Make("dongfang", "东方市", "Dongfang", new(4, 1), "medium", 9),
        Make("dingan", "定安县", "Ding'an", new(2, 4), "small", 4),
        Make("tunchang", "屯昌县", "Tunchang", new(2, 3), "small", 4),
        Make("chengmai", "澄迈县", "Chengmai", new(1, 3), "medium", 10),
        Make("lingao", "临高县", "Lingao", new(1, 2), "medium", 7),
        Make("baisha", "白沙黎族自治县", "Baisha", "Li", new(3, 2), "small", 3),
        Make("changjiang", "昌江黎族自治县", "Changjiang", "Li", new(3, 1), "small", 4),
        Make("ledong", "乐东黎族自治县", "Ledong", "Li", new(4, 2), "medium", 8),
        Make("lingshui", "陵水黎族自治县", "Lingshui", "Li", new(4, 4), "medium", 7),
        Make("baoting", "保亭黎族苗族自治县", "Baoting", "Li and Miao", new(4, 3), "small", 2),
        Make("qiongzhong", "琼中黎族苗族自治县", "Qiongzhong", "Li and Miao", new(3, 4), "small", 2),
        new("yangpu", new("洋浦经济开发区", "Yangpu Economic Development Zone"), new("洋浦", "Yangpu"), new(2, 1), "small", 3),
        Make("sansha", "三沙市", "Sansha", null, "small", 0),
    ];

    private static CountyFacts Make(string segment, string zh, string en, Tile? tile, string peerGroup, int weight) =>
        new(segment, new(zh, zh.EndsWith('县') ? $"{en} County" : en), new(zh[..^1], en), tile, peerGroup, weight);

    private static CountyFacts Make(string segment, string zh, string en, string peoples, Tile tile, string peerGroup, int weight) =>
        new(segment, new(zh, $"{en} {peoples} Autonomous County"), new(zh[..2], en), tile, peerGroup, weight);
}
