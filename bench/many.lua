-- Asks for the addresses of one file in turn, each with the cookie in the same line of another.
local requests, n, step = {}, 0, 1

local function lines(name)
    local all = {}
    if name and name ~= "" then
        for line in io.lines(name) do all[#all + 1] = line end
    end
    return all
end

function init(args)
    local paths, cookies = lines(args[1]), lines(args[2])
    for i, path in ipairs(paths) do
        local cookie = ""
        if #cookies > 0 then cookie = "Cookie: text=medium; " .. cookies[i] .. "\r\n" end
        requests[i] = "GET " .. path .. " HTTP/1.1\r\nHost: 127.0.0.1\r\n" ..
            "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36\r\n" ..
            "Accept: text/html,application/xhtml+xml\r\nAccept-Language: en\r\nAccept-Encoding: gzip, deflate\r\n" ..
            cookie .. "\r\n"
    end
    -- Each run begins elsewhere: what an earlier one asked for is in memory.
    n = (os.time() * 7919) % #requests
end

function request()
    n = n % #requests + 1
    return requests[n]
end
