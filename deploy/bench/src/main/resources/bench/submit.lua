-- Submits one draft after the other; a second submission would be refused, and make the run invalid.
local ids = {}
local next_id = 0

function init(args)
   for id in io.lines(os.getenv("BENCH_DRAFTS")) do
      ids[#ids + 1] = id
   end
end

function request()
   next_id = next_id + 1
   return wrk.format("POST", "/api/v1/requests/" .. (ids[next_id] or "no-draft-is-left") .. "/submission",
      { ["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN") })
end
