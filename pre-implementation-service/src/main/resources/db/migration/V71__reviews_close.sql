-- When the last of those who are silent had no more time: a decision is due then, and somebody should hear so.
alter table review_round add column closed_on date;
comment on column review_round.closed_on is 'The day on which it was noticed that the time of all who have not spoken is over; null while somebody has time, or when all have spoken.';
