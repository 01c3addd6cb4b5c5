-- Whether the candidate lets an AI provider judge the answers of this interview, and which: a choice made for one is none for another.
alter table interviews.interview
  add column ai_processing boolean not null default false,
  add column ai_provider text,
  add check (ai_processing = (ai_provider is not null));

-- All scores of an interview come from one evaluator: those of another, made before it was changed, are made anew.
alter table interviews.answer_score add column judged_by text not null default 'built-in 1';
alter table interviews.answer_score alter column judged_by drop default;
