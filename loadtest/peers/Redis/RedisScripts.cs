namespace OpsBoard.Peers;

/// <summary>What Redis is asked; a script is one step for everybody else, and reaches the disk as a whole.</summary>
internal static class RedisScripts
{
    /// <summary>To which the numbers of the provinces are sent.</summary>
    public const string Channel = "provinces";

    /// <summary>All of a request: source, id, window, day and kind of each event, and back a 1 for each that is new. The sums of a request go to the hashes, not each event.</summary>
    public const string Append =
        $$"""
        local answers, cells = {}, {}
        for i = 1, #ARGV, 5 do
          local source, id, unit, day, kind = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4]
          local fresh = redis.call('SADD', 'seen:' .. source, id)
          answers[#answers + 1] = fresh
          if fresh == 1 then
            redis.call('XADD', 'events', '*', 'source', source, 'id', id, 'unit', unit, 'day', day, 'kind', kind)
            while unit do
              local cell = unit .. '/' .. day
              local kinds = cells[cell] or {}
              cells[cell] = kinds
              kinds[kind] = (kinds[kind] or 0) + 1
              unit = string.match(unit, '^(.*)/')
            end
          end
        end
        local told = {}
        for cell, kinds in pairs(cells) do
          local isProvince = string.match(cell, '^[^/]+/[^/]+$')
          for kind, more in pairs(kinds) do
            local n = redis.call('HINCRBY', 'cell:' .. cell, kind, more)
            if isProvince then told[#told + 1] = cell .. '/' .. kind .. '=' .. string.format('%.0f', n) end
          end
        end
        if #told > 0 then redis.call('PUBLISH', '{{Channel}}', table.concat(told, ';')) end
        return answers
        """;

    /// <summary>The sums of provinces, counties, departments and windows. It looks at every key: for the end of a load alone.</summary>
    public const string Levels =
        """
        local sums = {0, 0, 0, 0}
        for _, cell in ipairs(redis.call('KEYS', 'cell:*')) do
          local _, level = string.gsub(cell, '/', '/')
          for _, n in ipairs(redis.call('HVALS', cell)) do sums[level] = sums[level] + n end
        end
        return sums
        """;
}
