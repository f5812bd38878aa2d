-- What producers are paid, and who brings the box. Tables that are in use get new columns without a
-- rewrite, and constraints that are validated by a later migration: this one holds its locks for
-- moments only, and gives up where it would have to queue for them.
SET LOCAL lock_timeout = '5s';

CREATE TYPE "payout_status" AS ENUM ('OPEN', 'SENT', 'SETTLED');

CREATE TABLE "carriers" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tracking_url" TEXT,

    CONSTRAINT "carriers_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "payouts" (
    "id" SERIAL NOT NULL,
    "producer_id" INTEGER NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "amount_cents" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'EUR',
    "status" "payout_status" NOT NULL DEFAULT 'OPEN',
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payouts_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "payouts_amount_cents_check" CHECK ("amount_cents" >= 0),
    CONSTRAINT "payouts_period_check" CHECK ("period_end" >= "period_start")
);

CREATE TABLE "payout_items" (
    "id" SERIAL NOT NULL,
    "payout_id" INTEGER NOT NULL,
    "order_item_id" INTEGER NOT NULL,
    "amount_cents" INTEGER NOT NULL,

    CONSTRAINT "payout_items_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "carriers_code_key" ON "carriers"("code");
CREATE UNIQUE INDEX "payouts_producer_id_period_start_key" ON "payouts"("producer_id", "period_start");
CREATE UNIQUE INDEX "payout_items_order_item_id_key" ON "payout_items"("order_item_id");
CREATE INDEX "payout_items_payout_id_idx" ON "payout_items"("payout_id");

ALTER TABLE "payouts" ADD CONSTRAINT "payouts_producer_id_fkey"
    FOREIGN KEY ("producer_id") REFERENCES "producers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payout_items" ADD CONSTRAINT "payout_items_payout_id_fkey"
    FOREIGN KEY ("payout_id") REFERENCES "payouts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "payout_items" ADD CONSTRAINT "payout_items_order_item_id_fkey"
    FOREIGN KEY ("order_item_id") REFERENCES "order_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "orders"
    ADD COLUMN "carrier_id" INTEGER,
    ADD COLUMN "tracking_number" TEXT,
    ADD COLUMN "shipped_at" TIMESTAMP(3),
    ADD COLUMN "currency" CHAR(3) NOT NULL DEFAULT 'EUR';

ALTER TABLE "orders" ADD CONSTRAINT "orders_carrier_id_fkey"
    FOREIGN KEY ("carrier_id") REFERENCES "carriers"("id") ON DELETE SET NULL ON UPDATE CASCADE NOT VALID;
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_quantity_check" CHECK ("quantity" > 0) NOT VALID;
