-- What the relay does: reads what waits, has it sent, deletes it, forty times a second.
select coalesce(array_agg(seq), '{}') as batch, coalesce(sum(length(payload::text)), 0) as sent
from (
    select q.seq, e.id, e.aggregate_type, e.aggregate_id, e.version, e.type, e.payload, e.traceparent, e.recorded_at
    from (select seq, event_id from bench.outbox_queue order by seq limit 1000) q join bench.event_log e on e.id = q.event_id
    order by q.seq
) as queued \gset
\sleep 25 ms
with lazily as materialized (select set_config('synchronous_commit', 'off', true))
delete from bench.outbox_queue using lazily where seq = any(cast(:batch as bigint[]));
