using System.Text;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens;

/// <summary>Hainan with its nineteen reporting units and 三沙 apart.</summary>
internal static class SampleRoster
{
    public static readonly Roster Hainan = RosterReader.Read(Encoding.UTF8.GetBytes(Json), "units.json");

    private const string Json =
        """
        {"version":1,"units":[
          {"path":"hainan","name":{"zh":"海南省","en":"Hainan Province"},"short":{"zh":"海南","en":"Hainan"}},
          {"path":"hainan/haikou","name":{"zh":"海口市","en":"Haikou City"},"short":{"zh":"海口","en":"Haikou"},"peerGroup":"medium","tile":[1,4]},
          {"path":"hainan/sanya","name":{"zh":"三亚市","en":"Sanya City"},"short":{"zh":"三亚","en":"Sanya"},"peerGroup":"medium","tile":[5,3]},
          {"path":"hainan/danzhou","name":{"zh":"儋州市","en":"Danzhou City"},"short":{"zh":"儋州","en":"Danzhou"},"peerGroup":"medium","tile":[2,2]},
          {"path":"hainan/sansha","name":{"zh":"三沙市","en":"Sansha City"},"short":{"zh":"三沙","en":"Sansha"},"tile":"apart","reporting":false},
          {"path":"hainan/wuzhishan","name":{"zh":"五指山市","en":"Wuzhishan City"},"short":{"zh":"五指山","en":"Wuzhishan"},"peerGroup":"medium","tile":[3,3]},
          {"path":"hainan/wenchang","name":{"zh":"文昌市","en":"Wenchang City"},"short":{"zh":"文昌","en":"Wenchang"},"peerGroup":"medium","tile":[1,5]},
          {"path":"hainan/qionghai","name":{"zh":"琼海市","en":"Qionghai City"},"short":{"zh":"琼海","en":"Qionghai"},"peerGroup":"medium","tile":[2,5]},
          {"path":"hainan/wanning","name":{"zh":"万宁市","en":"Wanning City"},"short":{"zh":"万宁","en":"Wanning"},"peerGroup":"medium","tile":[3,5]},
          {"path":"hainan/dongfang","name":{"zh":"东方市","en":"Dongfang City"},"short":{"zh":"东方","en":"Dongfang"},"peerGroup":"medium","tile":[4,1]},
          {"path":"hainan/dingan","name":{"zh":"定安县","en":"Ding'an County"},"short":{"zh":"定安","en":"Ding'an"},"peerGroup":"medium","tile":[2,4]},
          {"path":"hainan/tunchang","name":{"zh":"屯昌县","en":"Tunchang County"},"short":{"zh":"屯昌","en":"Tunchang"},"peerGroup":"medium","tile":[2,3]},
          {"path":"hainan/chengmai","name":{"zh":"澄迈县","en":"Chengmai County"},"short":{"zh":"澄迈","en":"Chengmai"},"peerGroup":"medium","tile":[1,3]},
          {"path":"hainan/lingao","name":{"zh":"临高县","en":"Lingao County"},"short":{"zh":"临高","en":"Lingao"},"peerGroup":"medium","tile":[1,2]},
          {"path":"hainan/baisha","name":{"zh":"白沙黎族自治县","en":"Baisha Li Autonomous County"},"short":{"zh":"白沙","en":"Baisha"},"peerGroup":"medium","tile":[3,2]},
          {"path":"hainan/changjiang","name":{"zh":"昌江黎族自治县","en":"Changjiang Li Autonomous County"},"short":{"zh":"昌江","en":"Changjiang"},"peerGroup":"medium","tile":[3,1]},
          {"path":"hainan/ledong","name":{"zh":"乐东黎族自治县","en":"Ledong Li Autonomous County"},"short":{"zh":"乐东","en":"Ledong"},"peerGroup":"medium","tile":[4,2]},
          {"path":"hainan/lingshui","name":{"zh":"陵水黎族自治县","en":"Lingshui Li Autonomous County"},"short":{"zh":"陵水","en":"Lingshui"},"peerGroup":"medium","tile":[4,4]},
          {"path":"hainan/baoting","name":{"zh":"保亭黎族苗族自治县","en":"Baoting Li and Miao Autonomous County"},"short":{"zh":"保亭","en":"Baoting"},"peerGroup":"medium","tile":[4,3]},
          {"path":"hainan/qiongzhong","name":{"zh":"琼中黎族苗族自治县","en":"Qiongzhong Li and Miao Autonomous County"},"short":{"zh":"琼中","en":"Qiongzhong"},"peerGroup":"medium","tile":[3,4]},
          {"path":"hainan/yangpu","name":{"zh":"洋浦经济开发区","en":"Yangpu Economic Development Zone"},"short":{"zh":"洋浦","en":"Yangpu"},"peerGroup":"medium","tile":[2,1]},
          {"path":"hainan/haikou/housing","name":{"zh":"住房公积金管理局","en":"Housing Fund Office"},"short":{"zh":"公积金","en":"Housing"}}
        ]}
        """;
}
