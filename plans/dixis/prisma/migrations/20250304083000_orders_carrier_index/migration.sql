-- Alone in its file: CONCURRENTLY works in no transaction, and two statements would be one.
CREATE INDEX CONCURRENTLY "orders_carrier_id_idx" ON "orders"("carrier_id");
