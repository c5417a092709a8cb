using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.AzureTables;

/// <summary>Terms of counting as bytes: all that cells depend on, and nothing of what is only read by people.</summary>
internal static class TermsFormat
{
    public static void Write(BinaryWriter to, CountingTerms terms)
    {
        to.Write(terms.SealAfterDays);
        Write(to, terms.Otherwise);
        to.Write7BitEncodedInt(terms.Local.Count);
        foreach (var (unit, local) in terms.Local.OrderBy(static pair => pair.Key, UnitPath.InOrder))
        {
            to.Write(unit.ToString());
            Write(to, local);
        }
    }

    public static CountingTerms Read(BinaryReader from)
    {
        var (sealAfterDays, otherwise) = (from.ReadInt32(), ReadLocal(from));
        var local = new Dictionary<UnitPath, LocalTerms>();
        for (var left = from.Read7BitEncodedInt(); left > 0; left--) local.Add(UnitPath.Parse(from.ReadString()), ReadLocal(from));
        return new CountingTerms(local, otherwise, sealAfterDays);
    }

    private static void Write(BinaryWriter to, LocalTerms terms)
    {
        to.Write(terms.Reviews.ContactDays);
        to.Write(terms.Reviews.RectifyDays);
        to.Write(terms.OfficeFrom.Ticks);
        to.Write(terms.OfficeTo.Ticks);
        to.Write7BitEncodedInt(terms.Calendar.Exceptions.Length);
        foreach (var (day, isWorked) in terms.Calendar.Exceptions)
        {
            to.Write(day.Number);
            to.Write(isWorked);
        }
    }

    private static LocalTerms ReadLocal(BinaryReader from)
    {
        var (reviews, officeFrom, officeTo) = (new ReviewLimits(from.ReadInt32(), from.ReadInt32()), new TimeOnly(from.ReadInt64()), new TimeOnly(from.ReadInt64()));
        var exceptions = new Dictionary<BusinessDay, bool>();
        for (var left = from.Read7BitEncodedInt(); left > 0; left--) exceptions.Add(new BusinessDay(from.ReadInt32()), from.ReadBoolean());
        return new LocalTerms(new WorkingCalendar(exceptions, Array.Empty<CalendarYear>()), reviews, officeFrom, officeTo);
    }
}
