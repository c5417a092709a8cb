namespace OpsBoard.LoadTest;

/// <summary>
/// The department's hall. A ticket belongs to the window with the shortest queue when it is printed, and is called there.
/// </summary>
internal sealed class Hall
{
    private readonly Story _story;
    private readonly CaseWork _cases;
    private readonly Counter[] _counters;

    public Hall(Story story, CaseWork cases)
    {
        (_story, _cases) = (story, cases);
        _counters = [.. story.Department.Windows.Take(Staffed(story)).Select(window => new Counter(window))];
    }

    public IReadOnlyList<Counter> Counters => _counters;

    /// <summary>Plans the day. A department without weekend service has none at a weekend.</summary>
    public void Plan()
    {
        if (_counters.Length == 0) return;
        foreach (var counter in _counters) Plan(counter);
        double perHour(double hour) => Curves.AtWindows(hour) * _counters.Length * _story.Department.Kind.Visits;
        new Arrivals(_story, perHour, Curves.MostAtWindows * _counters.Length * _story.Department.Kind.Visits, PrintTicket).Run(Hours.FirstTicket, Hours.LastTicket);
        _story.At(Hours.LastCall, SendHome);
    }

    private static int Staffed(Story story) =>
        WorkingDays.IsWorkingDay(story.Day) ? story.Department.Windows.Length : story.Department.WeekendWindows;

    private void Plan(Counter counter)
    {
        var chance = _story.Chance;
        var late = chance.Is(0.07) ? chance.Between(2, 18) * Hours.Minute : chance.Between(-60, 40) * Hours.Second;
        _story.At(Hours.Open + (long)late, () => Open(counter));
        _story.At(Hours.Close + (long)chance.Between(0, 90_000), () => CallNext(counter));
        if (_counters.Length > 1) Plan(counter, new((long)chance.Between(20, 35) * Hours.Minute, "lunch"), chance.Between(12, 13.5));
        for (var hour = chance.Gap(3) + 8.75; hour < 16.75; hour += chance.Gap(3)) Plan(counter, new((long)(chance.Between(3, 9) * Hours.Minute), "break"), hour);
        if (chance.Is(0.04)) Plan(counter, new((long)(chance.Between(4, 15) * Hours.Minute), null), chance.Between(9, 16.5));
    }

    private void Plan(Counter counter, Interruption interruption, double hour) => _story.At((long)(hour * Hours.Hour), () =>
    {
        counter.Pending = interruption;
        CallNext(counter);
    });

    private void Open(Counter counter)
    {
        counter.State = CounterState.Open;
        _story.Tell(EventType.WindowOpened, counter.Window, EventData.None);
        CallNext(counter);
    }

    private void PrintTicket() => Queue(_counters.MinBy(counter => counter.Load)!, _story.DrawItem());

    private void Queue(Counter counter, Item item)
    {
        var citizen = new Citizen(_story.NewName('t'), item);
        counter.Queue.Add(citizen);
        _story.Tell(EventType.TicketIssued, counter.Window, new() { Ticket = citizen.Ticket, Item = citizen.Item.Code });
        _story.After(Math.Min(_story.Chance.Around(32 * Hours.Minute) + 8 * Hours.Minute, _story.Chance.Between(35, 42) * Hours.Minute), () => Leave(counter, citizen));
        CallNext(counter);
    }

    private void Leave(Counter counter, Citizen citizen)
    {
        if (counter.Queue.Remove(citizen)) _story.Tell(EventType.TicketAbandoned, counter.Window, new() { Ticket = citizen.Ticket });
    }

    private void CallNext(Counter counter)
    {
        if (counter.State != CounterState.Open || counter.IsServing) return;
        if (counter.Pending is { } interruption) Interrupt(counter, interruption);
        else if (counter.Queue.Count > 0) Call(counter);
        else if (_story.Now >= Hours.Close) Close(counter);
    }

    private void Interrupt(Counter counter, Interruption interruption)
    {
        counter.Pending = null;
        counter.State = interruption.Reason is null ? CounterState.Silent : CounterState.Paused;
        if (interruption.Reason is { } reason) _story.Tell(EventType.WindowPaused, counter.Window, new() { Reason = reason });
        _story.After(interruption.Milliseconds, () => Resume(counter));
        if (interruption.Reason is not null && counter.Queue.Count > 1 && _story.Chance.Is(0.7)) Transfer(counter, counter.Queue[^1]);
    }

    // The last in the queue of a window that pauses gets a ticket for another one.
    private void Transfer(Counter from, Citizen citizen)
    {
        var to = _counters.Where(counter => counter.State == CounterState.Open).MinBy(counter => counter.Load);
        if (to is null || to.Load >= from.Queue.Count) return;
        from.Queue.Remove(citizen);
        _story.Tell(EventType.TicketTransferred, from.Window, new() { Ticket = citizen.Ticket });
        Queue(to, citizen.Item);
    }

    private void Resume(Counter counter)
    {
        if (counter.State == CounterState.Paused) _story.Tell(EventType.WindowResumed, counter.Window, EventData.None);
        counter.State = CounterState.Open;
        CallNext(counter);
    }

    private void Close(Counter counter)
    {
        counter.State = CounterState.Closed;
        _story.Tell(EventType.WindowClosed, counter.Window, EventData.None);
    }

    private void Call(Counter counter)
    {
        var citizen = counter.Queue[0];
        counter.Queue.RemoveAt(0);
        counter.IsServing = true;
        var call = new EventData { Ticket = citizen.Ticket };
        _story.Tell(EventType.TicketCalled, counter.Window, call);
        if (!_story.Chance.Is(0.05))
        {
            _story.After(_story.Chance.Between(5, 35) * Hours.Second, () => Serve(counter, citizen));
            return;
        }

        _story.After(45 * Hours.Second, () => _story.Tell(EventType.TicketCalled, counter.Window, call));
        _story.After(_story.Chance.Between(50, 85) * Hours.Second, () => Serve(counter, citizen));
    }

    private void Serve(Counter counter, Citizen citizen)
    {
        _story.Tell(EventType.ServiceStarted, counter.Window, new() { Ticket = citizen.Ticket });
        var span = Math.Max(_story.Chance.Around(6.9 * Hours.Minute), Hours.Minute) * _story.Pace.Service;
        if (!_story.Chance.Is(0.86))
        {
            _story.After(span, () => End(counter, citizen, null));
            return;
        }

        var name = _story.NewName('c');
        var work = new Case(name, citizen.Item, counter.Window, "window", Trips: 1) { IsInstant = _story.Chance.Is(CaseWork.InstantShare) };
        _story.After(span * _story.Chance.Between(0.4, 0.7), () => _cases.Accept(work, instantly: span * 0.25));
        _story.After(span, () => End(counter, citizen, name));
    }

    private void End(Counter counter, Citizen citizen, string? name)
    {
        counter.IsServing = false;
        _story.Tell(EventType.ServiceEnded, counter.Window, new() { Ticket = citizen.Ticket, Case = name });
        if (name is not null) _cases.Rate(counter.Window, name, share: 0.55);
        CallNext(counter);
    }

    private void SendHome()
    {
        foreach (var counter in _counters)
        {
            foreach (var citizen in counter.Queue.ToArray()) Leave(counter, citizen);
            CallNext(counter);
        }
    }
}
