using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>
/// What a county has besides its departments: the hotline, and two townships with one window and two village service points each. The
/// townships are real, the villages are not.
/// </summary>
internal static class ServicePoints
{
    /// <summary>Windows of one county's service points.</summary>
    public const int Windows = 7;

    private static readonly ImmutableArray<LocalName> Villages = [new("东村便民服务站", "East Village Service Point"), new("西村便民服务站", "West Village Service Point")];

    private static readonly DepartmentKind Hotline = new("hotline", new("12345政务服务便民热线", "Hotline 12345"), 1, HasWeekendService: true) { Short = new("12345", "12345"), Visits = 0 };

    private static readonly ImmutableDictionary<string, (LocalName First, LocalName Second)> Townships = new Dictionary<string, (LocalName First, LocalName Second)>(StringComparer.Ordinal)
    {
        ["haikou"] = (new("演丰镇", "Yanfeng"), new("石山镇", "Shishan")),
        ["sanya"] = (new("海棠区", "Haitang"), new("天涯区", "Tianya")),
        ["danzhou"] = (new("那大镇", "Nada"), new("白马井镇", "Baimajing")),
        ["wuzhishan"] = (new("通什镇", "Tongshi"), new("水满乡", "Shuiman")),
        ["qionghai"] = (new("嘉积镇", "Jiaji"), new("博鳌镇", "Boao")),
        ["wenchang"] = (new("文城镇", "Wencheng"), new("铺前镇", "Puqian")),
        ["wanning"] = (new("万城镇", "Wancheng"), new("和乐镇", "Hele")),
        ["dongfang"] = (new("八所镇", "Basuo"), new("板桥镇", "Banqiao")),
        ["dingan"] = (new("定城镇", "Dingcheng"), new("龙门镇", "Longmen")),
        ["tunchang"] = (new("屯城镇", "Tuncheng"), new("新兴镇", "Xinxing")),
        ["chengmai"] = (new("金江镇", "Jinjiang"), new("老城镇", "Laocheng")),
        ["lingao"] = (new("临城镇", "Lincheng"), new("新盈镇", "Xinying")),
        ["baisha"] = (new("牙叉镇", "Yacha"), new("七坊镇", "Qifang")),
        ["changjiang"] = (new("石碌镇", "Shilu"), new("昌化镇", "Changhua")),
        ["ledong"] = (new("抱由镇", "Baoyou"), new("九所镇", "Jiusuo")),
        ["lingshui"] = (new("椰林镇", "Yelin"), new("英州镇", "Yingzhou")),
        ["baoting"] = (new("保城镇", "Baocheng"), new("什玲镇", "Shiling")),
        ["qiongzhong"] = (new("营根镇", "Yinggen"), new("湾岭镇", "Wanling")),
        ["yangpu"] = (new("三都镇", "Sandu"), new("新英湾", "Xinyingwan")),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <param name="callers">Windows of the county, whose citizens call its hotline.</param>
    public static IEnumerable<Department> Of(CountyFacts county, string countyPath, int callers)
    {
        var (first, second) = Townships[county.Segment];
        return
        [
            new(county.Segment, Hotline, $"{countyPath}/{Hotline.Segment}", [Province.Window($"{countyPath}/{Hotline.Segment}", 1)]) { Callers = callers },
            Township(county, countyPath, first),
            Township(county, countyPath, second),
        ];
    }

    private static Department Township(CountyFacts county, string countyPath, LocalName name)
    {
        var segment = name.En.ToLowerInvariant();
        var path = $"{countyPath}/{segment}";
        var kind = new DepartmentKind(segment, new($"{name.Zh}便民服务中心", $"{name.En} Service Centre"), 1, HasWeekendService: false) { Short = name, Level = "township", PeerGroup = "township", Visits = 0.3 };
        var villages = Villages.Select((village, place) => new Window($"{path}/v{place + 1:00}", village, "village"));
        return new(county.Segment, kind, path, [Province.Window(path, 1) with { Level = "township" }, .. villages]);
    }
}
