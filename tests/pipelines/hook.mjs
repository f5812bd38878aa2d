// Lets GitHub's parser load its JSON files, which it imports without saying that they are JSON.
import {register} from "node:module";

register("data:text/javascript," + encodeURIComponent(`
  import {readFile} from "node:fs/promises";
  export async function load(url, context, next) {
    if (!url.endsWith(".json")) return next(url, context);
    const text = await readFile(new URL(url), "utf8");
    return {format: "module", shortCircuit: true, source: "export default " + text};
  }
`));
