-- Refunds are found by the payment they go back from, also those that failed, which `refund_once` leaves out.
create index refund_from on payments.refund (gateway, payment_reference);
