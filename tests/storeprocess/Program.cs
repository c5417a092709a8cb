using OpsBoard.StoreProcess;

// A journal that appends batches as fast as it can and notes what is acknowledged, made to be killed and cut.
return await Sender.Run(args[0], seed: int.Parse(args[1], Text.Numbers), first: int.Parse(args[2], Text.Numbers), count: int.Parse(args[3], Text.Numbers));
