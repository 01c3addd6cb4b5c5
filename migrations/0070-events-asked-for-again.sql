-- When work on an event that still waits was last asked for once more.
alter table payments.gateway_event add column asked_at timestamptz;
