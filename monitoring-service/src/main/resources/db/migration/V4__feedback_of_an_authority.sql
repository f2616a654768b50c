-- An authority gives its feedback once, whichever of its focal points does. Before, a partner was known by the subject of its token, from
-- which its authority cannot be told any more.
update feedback set given_by = 'subject:' || given_by;
comment on column feedback.given_by is '"authority:" and its key for a partner, "subject:" and that of the token for an expert.';
