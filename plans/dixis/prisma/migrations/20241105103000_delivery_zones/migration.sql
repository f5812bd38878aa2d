-- Where we deliver. Orders from before know no zone, so the new column holds NULL for them, and a
-- foreign key over nothing but NULL need not be validated against any row.
CREATE TABLE "delivery_zones" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "fee_cents" INTEGER NOT NULL,

    CONSTRAINT "delivery_zones_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "delivery_zones_code_key" ON "delivery_zones"("code");

ALTER TABLE "orders" ADD COLUMN "delivery_zone_id" INTEGER
    CONSTRAINT "orders_delivery_zone_id_fkey"
    REFERENCES "delivery_zones"("id") ON DELETE SET NULL ON UPDATE CASCADE;
