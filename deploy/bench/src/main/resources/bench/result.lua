
function done(summary, latency, requests)
   local broken = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
   io.write(string.format("answered=%d refused=%d broken=%d micros=%d\n",
      summary.requests, summary.errors.status, broken, summary.duration))
end
