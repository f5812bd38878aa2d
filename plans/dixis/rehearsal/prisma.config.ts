// How the Prisma CLI runs in rehearsals: its own migration engine, as WebAssembly, over the pg driver.
import { PrismaPg } from "@prisma/adapter-pg";
import { defineConfig } from "prisma/config";

// The engine that production uses sends a migration to the server as one query, so that it is one
// transaction, or a statement alone. The adapter cuts it at each semicolon instead, within bodies and
// texts too, and a migration that fails would stay half applied.
class OneQueryPerMigration extends PrismaPg {
  async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script: string) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        (adapter as any).onError(error); // throws it again, in Prisma's words
      }
    };
    return adapter;
  }
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  experimental: { adapter: true },
  engine: "js",
  // One session: Prisma's advisory lock belongs to it. The program ends without waiting for it.
  adapter: async () =>
    new OneQueryPerMigration({
      connectionString: process.env.DATABASE_URL,
      max: 1,
      allowExitOnIdle: true,
    }),
});
