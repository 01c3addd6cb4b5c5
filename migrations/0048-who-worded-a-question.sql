-- Who put a question into these words: `provider/model`, or null for the bank's own.
alter table interviews.question add column worded_by text;
