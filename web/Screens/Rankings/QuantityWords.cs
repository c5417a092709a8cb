using System.Collections.Frozen;
using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Rankings;

/// <summary>What the quantities that indicators are made of are called; one without a name here is called as the files write it.</summary>
public static class QuantityWords
{
    private static readonly FrozenDictionary<string, Wording> Names = new Dictionary<string, Wording>
    {
        ["accepted"] = new("受理件", "accepted"),
        ["completed"] = new("办结件", "completed"),
        ["completedOfAccepted"] = new("同批办结件", "completed of accepted"),
        ["withdrawn"] = new("撤件", "withdrawn"),
        ["instant"] = new("即办件", "instant"),
        ["zeroTrip"] = new("零跑动件", "zero-trip cases"),
        ["promised"] = new("承诺件", "promised"),
        ["onTime"] = new("按时办结件", "on time"),
        ["late"] = new("逾期办结件", "late"),
        ["early"] = new("提前办结件", "early"),
        ["legalOnTime"] = new("法定时限内办结件", "within the legal time"),
        ["legalLate"] = new("超法定时限办结件", "beyond the legal time"),
        ["restDay"] = new("休息日受理件", "on rest days"),
        ["afterHours"] = new("延时受理件", "after hours"),
        ["stars1"] = new("一星评价", "1 star"),
        ["stars2"] = new("二星评价", "2 stars"),
        ["stars3"] = new("三星评价", "3 stars"),
        ["stars4"] = new("四星评价", "4 stars"),
        ["stars5"] = new("五星评价", "5 stars"),
        ["defaultGood"] = new("默认好评", "default good reviews"),
        ["reviewsByDefault"] = new("默认评价", "default reviews"),
        ["reviewsAppealed"] = new("申诉评价", "appealed reviews"),
        ["reviewsUpheld"] = new("申诉剔除", "upheld appeals"),
        ["reviewsPublished"] = new("公开评价", "published reviews"),
        ["contactDue"] = new("到期应回访", "contacts due"),
        ["contactDone"] = new("已回访", "contacted"),
        ["contactOnTime"] = new("按期回访", "contacted on time"),
        ["rectifyDue"] = new("到期应整改", "rectifications due"),
        ["rectifyDone"] = new("已整改", "rectified"),
        ["rectifyOnTime"] = new("按期整改", "rectified on time"),
        ["hotlineReceived"] = new("热线工单", "hotline orders"),
        ["hotlineRated"] = new("已评热线工单", "rated orders"),
        ["hotlineSatisfied"] = new("满意热线工单", "satisfied orders"),
        ["itemsListed"] = new("登记事项", "listed items"),
        ["itemsZeroTrip"] = new("零跑动事项", "zero-trip items"),
        ["itemsZeroTripUsed"] = new("有办件的零跑动事项", "zero-trip items in use"),
        ["itemsComprehensive"] = new("综合窗口事项", "items at comprehensive windows"),
        ["itemsCrossProvince"] = new("跨省通办事项", "cross-province items"),
        ["itemsOneThing"] = new("一件事事项", "one-thing items"),
        ["overdue"] = new("超期件", "overdue"),
        ["dueSoon"] = new("预警件", "due soon"),
        ["inProgress"] = new("在办件", "in progress"),
        ["countiesReporting"] = new("在报市县", "counties reporting"),
        ["countiesRegistered"] = new("登记市县", "counties registered"),
        ["townshipsReporting"] = new("在报乡镇", "townships reporting"),
        ["townshipsRegistered"] = new("登记乡镇", "townships registered"),
        ["villagesReporting"] = new("在报村居", "villages reporting"),
        ["villagesRegistered"] = new("登记村居", "villages registered"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Wording Of(Quantity quantity) => Names.GetValueOrDefault(quantity.Name, new Wording(quantity.Name, quantity.Name));
}
