-- Reads every row, while others read and write them.
SET LOCAL lock_timeout = '5s';

ALTER TABLE "orders" VALIDATE CONSTRAINT "orders_carrier_id_fkey";
ALTER TABLE "order_items" VALIDATE CONSTRAINT "order_items_quantity_check";
