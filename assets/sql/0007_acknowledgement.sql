-- The day on which the Département said that it had received a bundle.
ALTER TABLE outbox ADD COLUMN acknowledged_on TEXT;
